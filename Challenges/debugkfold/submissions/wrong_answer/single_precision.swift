// A wrong repair: the model is kept in Float.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    let n = targets.count
    let size = n / folds
    let larger = n % folds
    var scores: [Double] = []
    var totalErrors = 0.0
    var totalWeight = 0.0
    for fold in 0..<folds {
        // This fold tests the rows start..<end.
        let start = fold * size + min(fold, larger)
        let end = start + size + (fold < larger ? 1 : 0)

        // The model: the weighted mean of all rows that are far enough from these.
        var sum = 0.0
        var trained = 0.0
        for i in 0..<n where i < start - gap || i >= end + gap {
            sum += weights[i] * targets[i]
            trained += weights[i]
        }
        let prediction = Double(Float(sum / trained))

        // Its score: the weighted mean of the squared errors.
        var errors = 0.0
        var tested = 0.0
        for i in start..<end {
            errors += weights[i] * (targets[i] - prediction) * (targets[i] - prediction)
            tested += weights[i]
        }
        scores.append(errors / tested)
        totalErrors += errors
        totalWeight += tested
    }
    return (scores, totalErrors / totalWeight)
}
