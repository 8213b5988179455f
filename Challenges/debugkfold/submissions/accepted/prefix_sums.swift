/// Written anew: a fold's training sums are the totals less those of one range, which prefix sums know.
func crossValidate(targets: [Double], weights: [Double], folds: Int, gap: Int) -> (scores: [Double], mean: Double) {
    var weightBefore = [0.0]
    var sumBefore = [0.0]
    for (target, weight) in zip(targets, weights) {
        weightBefore.append(weightBefore.last! + weight)
        sumBefore.append(sumBefore.last! + weight * target)
    }
    let n = targets.count
    var scores: [Double] = []
    var mean = 0.0
    var start = 0
    for fold in 0..<folds {
        // What is left, shared among the folds that are left, rounded up.
        let end = start + (n - start + folds - fold - 1) / (folds - fold)
        let low = max(0, start - gap)
        let high = min(n, end + gap)
        let prediction =
            (sumBefore[low] + (sumBefore[n] - sumBefore[high]))
            / (weightBefore[low] + (weightBefore[n] - weightBefore[high]))
        var errors = 0.0
        for i in start..<end {
            let error = targets[i] - prediction
            errors += weights[i] * error * error
        }
        let weight = weightBefore[end] - weightBefore[start]
        scores.append(errors / weight)
        mean += errors / weightBefore[n]
        start = end
    }
    return (scores, mean)
}
