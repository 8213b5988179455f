// Right, but for each row all neighbours within the gap are looked at: time in gap: n*folds*gap.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    let n = targets.count
    let size = n / folds
    let larger = n % folds
    let bounds = (0...folds).map { $0 * size + min($0, larger) }
    var scores: [Double] = []
    var total = 0.0
    for fold in 0..<folds {
        let test = bounds[fold]..<bounds[fold + 1]
        let train = (0..<n).filter { row in
            var near = 0
            for other in row - gap...row + gap where test.contains(other) { near += 1 }
            return near == 0
        }
        let prediction = train.reduce(0) { $0 + weights[$1] * targets[$1] } / train.reduce(0) { $0 + weights[$1] }
        let weight = test.reduce(0) { $0 + weights[$1] }
        let errors = test.reduce(0) { $0 + weights[$1] * (targets[$1] - prediction) * (targets[$1] - prediction) }
        scores.append(errors / weight)
        total += errors
    }
    return (scores, total / weights.reduce(0, +))
}
