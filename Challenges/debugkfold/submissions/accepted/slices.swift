/// Blocks as ranges, training rows as two slices; the mean from scores and weights of the folds.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    let rows = Array(zip(targets, weights))
    let sizes = (0..<folds).map { rows.count / folds + ($0 < rows.count % folds ? 1 : 0) }
    var results: [(score: Double, weight: Double)] = []
    var tested = rows[...]
    for size in sizes {
        let test = tested.prefix(size)
        tested = tested.dropFirst(size)
        let train = [rows[..<max(0, test.startIndex - gap)], rows[min(rows.count, test.endIndex + gap)...]].joined()
        let prediction = train.reduce(0) { $0 + $1.0 * $1.1 } / train.reduce(0) { $0 + $1.1 }
        let weight = test.reduce(0) { $0 + $1.1 }
        let errors = test.reduce(0) { $0 + $1.1 * ($1.0 - prediction) * ($1.0 - prediction) }
        results.append((errors / weight, weight))
    }
    let mean = results.reduce(0) { $0 + $1.score * $1.weight } / results.reduce(0) { $0 + $1.weight }
    return (results.map(\.score), mean)
}
