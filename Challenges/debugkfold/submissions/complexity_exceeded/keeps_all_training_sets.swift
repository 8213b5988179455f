// Right, but the training rows of all folds are kept at once: space n*folds.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    let n = targets.count
    let size = n / folds
    let larger = n % folds
    let bounds = (0...folds).map { $0 * size + min($0, larger) }
    let sets = (0..<folds).map { fold in
        (0..<n).filter { $0 < bounds[fold] - gap || $0 >= bounds[fold + 1] + gap }
    }
    var scores: [Double] = []
    var total = 0.0
    for (fold, train) in sets.enumerated() {
        let test = bounds[fold]..<bounds[fold + 1]
        let prediction = train.reduce(0) { $0 + weights[$1] * targets[$1] } / train.reduce(0) { $0 + weights[$1] }
        let weight = test.reduce(0) { $0 + weights[$1] }
        let errors = test.reduce(0) { $0 + weights[$1] * (targets[$1] - prediction) * (targets[$1] - prediction) }
        scores.append(errors / weight)
        total += errors
    }
    return (scores, total / weights.reduce(0, +))
}
