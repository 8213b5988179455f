// Right, but deviations are the diagonal of a covariance matrix: time n*d^2, space d^2.
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
    for row in train {
        for j in 0..<columns { means[j] += row[j] }
    }
    for j in 0..<columns { means[j] /= Double(train.count) }

    var covariance = [[Double]](repeating: [Double](repeating: 0, count: columns), count: columns)
    for row in train {
        for j in 0..<columns {
            for k in 0..<columns { covariance[j][k] += (row[j] - means[j]) * (row[k] - means[k]) }
        }
    }
    let deviations = (0..<columns).map { j in
        covariance[j][j] > 0 ? (covariance[j][j] / Double(train.count)).squareRoot() : 1
    }

    func scaled(_ row: [Double]) -> [Double] {
        row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }
    return (train.map(scaled), test.map(scaled))
}
