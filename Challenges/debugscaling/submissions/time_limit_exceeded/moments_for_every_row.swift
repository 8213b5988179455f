// Right but too slow: means and deviations are computed anew for every row.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    let columns = rows[0].count

    // Rows that are not tested are trained on.
    var isTested = [Bool](repeating: false, count: rows.count)
    for index in testIndices { isTested[index] = true }
    var train: [[Double]] = []
    for i in 0..<rows.count {
        if !isTested[i] { train.append(rows[i]) }
    }
    let test = testIndices.map { rows[$0] }

    func scaled(_ row: [Double]) -> [Double] {
        row.indices.map { j in
            let mean = train.reduce(0) { $0 + $1[j] } / Double(train.count)
            let squares = train.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) }
            return (row[j] - mean) / (squares > 0 ? (squares / Double(train.count)).squareRoot() : 1)
        }
    }
    return (train.map(scaled), test.map(scaled))
}
