// Right but too slow: the mean of a column is computed anew for every number.
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

    func mean(_ j: Int) -> Double { train.reduce(0) { $0 + $1[j] } / Double(train.count) }
    let deviations = (0..<columns).map { j in
        let squares = train.reduce(0) { $0 + ($1[j] - mean(j)) * ($1[j] - mean(j)) }
        return squares > 0 ? (squares / Double(train.count)).squareRoot() : 1
    }
    func scaled(_ row: [Double]) -> [Double] {
        row.indices.map { (row[$0] - mean($0)) / deviations[$0] }
    }
    return (train.map(scaled), test.map(scaled))
}
