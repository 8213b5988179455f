/// Sorts the scores of positives and of negatives apart, and merges the two lists: no indices, no labels in the loop.
/// Rates and area are added up in Double, step by step; only the direction of steps is integers.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    var positives: [Double] = []
    var negatives: [Double] = []
    for (score, label) in zip(scores, labels) {
        if label == 1 { positives.append(score) } else { negatives.append(score) }
    }
    guard !positives.isEmpty, !negatives.isEmpty else { return (0.5, [0, 1], [0, 1]) }
    positives.sort(by: >)
    negatives.sort(by: >)
    let (up, right) = (1 / Double(positives.count), 1 / Double(negatives.count))

    var fpr = [0.0]
    var tpr = [0.0]
    var area = 0.0
    var (p, n) = (0, 0)
    var direction = (n: 0, p: 0)
    while p < positives.count || n < negatives.count {
        let threshold = max(
            p < positives.count ? positives[p] : -.infinity, n < negatives.count ? negatives[n] : -.infinity)
        let start = (n: n, p: p)
        while p < positives.count, positives[p] == threshold { p += 1 }
        while n < negatives.count, negatives[n] == threshold { n += 1 }
        let step = (n: n - start.n, p: p - start.p)
        area += Double(step.n) * right * (Double(start.p) + 0.5 * Double(step.p)) * up
        // No step is (0, 0), so only the first direction is parallel to everything.
        if fpr.count > 1, direction.n * step.p == direction.p * step.n {
            fpr[fpr.count - 1] += Double(step.n) * right
            tpr[tpr.count - 1] += Double(step.p) * up
        } else {
            fpr.append(fpr[fpr.count - 1] + Double(step.n) * right)
            tpr.append(tpr[tpr.count - 1] + Double(step.p) * up)
            direction = step
        }
    }
    return (area, fpr, tpr)
}
