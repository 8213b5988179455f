// Right but too slow: the model is trained anew for every tested row: n^2.
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

        func prediction() -> Double {
            let train = (0..<n).filter { $0 < start - gap || $0 >= end + gap }
            return train.reduce(0) { $0 + weights[$1] * targets[$1] } / train.reduce(0) { $0 + weights[$1] }
        }

        // Its score: the weighted mean of the squared errors.
        var errors = 0.0
        var tested = 0.0
        for i in start..<end {
            let error = targets[i] - prediction()
            errors += weights[i] * error * error
            tested += weights[i]
        }
        scores.append(errors / tested)
        totalErrors += errors
        totalWeight += tested
    }
    return (scores, totalErrors / totalWeight)
}
