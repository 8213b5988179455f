// A wrong repair: the test rows are standardised by their own means and deviations.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    // Rows that are not tested are trained on.
    var isTested = [Bool](repeating: false, count: rows.count)
    for index in testIndices { isTested[index] = true }
    var train: [[Double]] = []
    for i in 0..<rows.count {
        if !isTested[i] { train.append(rows[i]) }
    }
    let test = testIndices.map { rows[$0] }
    return (standardised(train), standardised(test))
}

private func standardised(_ rows: [[Double]]) -> [[Double]] {
    guard let columns = rows.first?.count else { return [] }
    var result = rows
    for j in 0..<columns {
        let mean = rows.reduce(0) { $0 + $1[j] } / Double(rows.count)
        let squares = rows.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) }
        let deviation = squares > 0 ? (squares / Double(rows.count)).squareRoot() : 1
        for i in rows.indices { result[i][j] = (rows[i][j] - mean) / deviation }
    }
    return result
}
