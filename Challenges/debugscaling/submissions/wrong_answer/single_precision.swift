// A wrong repair: the sums are kept in Float.
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

    var means = [Double](repeating: 0, count: columns)
    for j in 0..<columns {
        var sum: Float = 0
        for row in train { sum += Float(row[j]) }
        means[j] = Double(sum / Float(train.count))
    }

    var deviations = [Double](repeating: 1, count: columns)
    for j in 0..<columns {
        var squares: Float = 0
        for row in train { squares += Float((row[j] - means[j]) * (row[j] - means[j])) }
        if squares > 0 { deviations[j] = Double((squares / Float(train.count)).squareRoot()) }
    }

    func scaled(_ row: [Double]) -> [Double] {
        row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }
    return (train.map(scaled), test.map(scaled))
}
