/// Written anew: each column is gathered, its moments found by Welford's recursion, and its numbers written into the result.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    let tested = Set(testIndices)
    let trained = rows.indices.filter { !tested.contains($0) }
    let empty = [Double](repeating: 0, count: rows[0].count)
    var train = [[Double]](repeating: empty, count: trained.count)
    var test = [[Double]](repeating: empty, count: testIndices.count)
    for j in empty.indices {
        var mean = 0.0
        var squares = 0.0
        for (place, i) in trained.enumerated() {
            let difference = rows[i][j] - mean
            mean += difference / Double(place + 1)
            squares += difference * (rows[i][j] - mean)
        }
        let isConstant = trained.allSatisfy { rows[$0][j] == rows[trained[0]][j] }
        let scale = isConstant ? 1 : 1 / (squares / Double(trained.count)).squareRoot()
        for (place, i) in trained.enumerated() { train[place][j] = (rows[i][j] - mean) * scale }
        for (place, i) in testIndices.enumerated() { test[place][j] = (rows[i][j] - mean) * scale }
    }
    return (train, test)
}
