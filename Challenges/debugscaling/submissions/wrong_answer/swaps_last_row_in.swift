// A wrong repair: a test row is removed fast, by the last row, which loses the order.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    let columns = rows[0].count

    var train = rows
    for index in testIndices.sorted(by: >) {
        train.swapAt(index, train.count - 1)
        train.removeLast()
    }
    let test = testIndices.map { rows[$0] }

    // The mean of each column.
    var means = [Double](repeating: 0, count: columns)
    for row in train {
        for j in 0..<columns { means[j] += row[j] }
    }
    for j in 0..<columns { means[j] /= Double(train.count) }

    // The standard deviation of each column; 1 where all numbers are the same.
    var deviations = [Double](repeating: 1, count: columns)
    for j in 0..<columns {
        var squares = 0.0
        for row in train {
            let difference = row[j] - means[j]
            squares += difference * difference
        }
        if squares > 0 { deviations[j] = (squares / Double(train.count)).squareRoot() }
    }

    func scaled(_ row: [Double]) -> [Double] {
        row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }
    return (train.map(scaled), test.map(scaled))
}
