// A wrong repair: means and deviations run along rows instead of columns.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    // Rows that are not tested are trained on.
    var isTested = [Bool](repeating: false, count: rows.count)
    for index in testIndices { isTested[index] = true }
    var train: [[Double]] = []
    for i in 0..<rows.count {
        if !isTested[i] { train.append(rows[i]) }
    }
    let test = testIndices.map { rows[$0] }
    func scaled(_ row: [Double]) -> [Double] {
        let mean = row.reduce(0, +) / Double(row.count)
        let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = squares > 0 ? (squares / Double(row.count)).squareRoot() : 1
        return row.map { ($0 - mean) / deviation }
    }
    return (train.map(scaled), test.map(scaled))
}
