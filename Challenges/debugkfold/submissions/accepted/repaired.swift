/// Cross-validates the model that predicts the weighted mean of its training rows.
///
/// - Parameters:
///   - targets: n numbers, in the order of time.
///   - weights: n positive numbers, how much each row counts in training, in scores and in the mean.
///   - folds: how many folds there are, from 2 to n; each tests a block of consecutive rows, and the first n mod folds of
///     them one row more than the others.
///   - gap: how many rows on either side of the tested rows are left out of training, 0 or more.
/// - Returns: for each fold the weighted mean of the squared errors of its tested rows; and the mean of these scores,
///   weighted by the tested rows' weights.
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
        let prediction = sum / trained

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
