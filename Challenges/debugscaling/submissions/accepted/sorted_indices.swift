/// Walks rows and sorted test indices side by side; moments are the means of numbers and of their squares.
func standardiseSplit(rows: [[Double]], testIndices: [Int]) -> (train: [[Double]], test: [[Double]]) {
    var train: [[Double]] = []
    var waiting = testIndices.sorted()[...]
    for (i, row) in rows.enumerated() {
        if waiting.first == i { waiting.removeFirst() } else { train.append(row) }
    }
    let count = Double(train.count)
    let moments = rows[0].indices.map { j in
        // Relative to the first number, which takes the worst out of the difference of squares.
        let origin = train[0][j]
        let sum = train.reduce(0) { $0 + ($1[j] - origin) }
        let squares = train.reduce(0) { $0 + ($1[j] - origin) * ($1[j] - origin) }
        let variance = squares / count - (sum / count) * (sum / count)
        return (mean: origin + sum / count, deviation: variance > 1e-9 ? variance.squareRoot() : 1)
    }
    func scaled(_ row: [Double]) -> [Double] { zip(row, moments).map { ($0 - $1.mean) / $1.deviation } }
    return (train.map(scaled), testIndices.map { scaled(rows[$0]) })
}
