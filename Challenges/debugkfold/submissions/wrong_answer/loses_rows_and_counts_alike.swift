// Two bugs are left: rows that are left over, and the plain mean.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    let n = targets.count
    let size = n / folds
    var scores: [Double] = []
    for fold in 0..<folds {
        // This fold tests the rows start..<end.
        let start = fold * size
        let end = start + size

        // The model: the weighted mean of all rows that are far enough from these.
        var sum = 0.0
        var trained = 0.0
        for i in 0..<n where i < start - gap || i >= end + gap {
            sum += weights[i] * targets[i]
            trained += weights[i]
        }
        let prediction = sum / trained

        // Its score: the weighted mean of the squared errors.
        var errors = 0.0
        var tested = 0.0
        for i in start..<end {
            errors += weights[i] * (targets[i] - prediction) * (targets[i] - prediction)
            tested += weights[i]
        }
        scores.append(errors / tested)
    }
    return (scores, scores.reduce(0, +) / Double(folds))
}
