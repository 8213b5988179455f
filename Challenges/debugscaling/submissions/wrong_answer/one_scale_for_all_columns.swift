// A wrong repair: one mean and one deviation for all numbers of the training rows.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    // Rows that are not tested are trained on.
    var isTested = [Bool](repeating: false, count: rows.count)
    for index in testIndices { isTested[index] = true }
    var train: [[Double]] = []
    for i in 0..<rows.count {
        if !isTested[i] { train.append(rows[i]) }
    }
    let test = testIndices.map { rows[$0] }
    let numbers = train.flatMap { $0 }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = squares > 0 ? (squares / Double(numbers.count)).squareRoot() : 1
    func scaled(_ row: [Double]) -> [Double] { row.map { ($0 - mean) / deviation } }
    return (train.map(scaled), test.map(scaled))
}
