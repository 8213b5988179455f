// Right, but the other folds are joined one by one, and each sum copies what was there: time in folds: n*folds^2.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    let n = targets.count
    let size = n / folds
    let larger = n % folds
    let bounds = (0...folds).map { $0 * size + min($0, larger) }
    var scores: [Double] = []
    var total = 0.0
    for fold in 0..<folds {
        let test = bounds[fold]..<bounds[fold + 1]
        var train: [Int] = []
        for other in 0..<folds where other != fold {
            let block = (bounds[other]..<bounds[other + 1]).filter {
                $0 < test.lowerBound - gap || $0 >= test.upperBound + gap
            }
            train = block + train
        }
        let prediction = train.reduce(0) { $0 + weights[$1] * targets[$1] } / train.reduce(0) { $0 + weights[$1] }
        let weight = test.reduce(0) { $0 + weights[$1] }
        let errors = test.reduce(0) { $0 + weights[$1] * (targets[$1] - prediction) * (targets[$1] - prediction) }
        scores.append(errors / weight)
        total += errors
    }
    return (scores, total / weights.reduce(0, +))
}
