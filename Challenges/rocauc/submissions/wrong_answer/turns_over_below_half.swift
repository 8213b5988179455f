// Mistake: an area below 0.5 is turned over, as if the classifier could be.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let positives = labels.reduce(0, +)
    let negatives = labels.count - positives
    guard positives > 0, negatives > 0 else { return (0.5, [0, 1], [0, 1]) }

    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var curve = [Vertex(fp: 0, tp: 0)]
    var here = curve[0]
    var doubledArea = 0
    var start = 0
    while start < order.count {
        let before = here
        let threshold = scores[order[start]]
        while start < order.count, scores[order[start]] == threshold {
            if labels[order[start]] == 1 { here.tp += 1 } else { here.fp += 1 }
            start += 1
        }
        doubledArea += (here.fp - before.fp) * (here.tp + before.tp)
        if curve.count >= 2, isStraight(curve[curve.count - 2], before, here) { curve.removeLast() }
        curve.append(here)
    }
    return (
        max(
            Double(doubledArea) / Double(2 * positives * negatives),
            1 - Double(doubledArea) / Double(2 * positives * negatives)),
        curve.map { Double($0.fp) / Double(negatives) },
        curve.map { Double($0.tp) / Double(positives) }
    )
}

/// How many negative and how many positive samples are above a threshold.
private struct Vertex {
    var fp: Int
    var tp: Int
}

/// Whether the way from `a` over `b` to `c` does not turn.
private func isStraight(_ a: Vertex, _ b: Vertex, _ c: Vertex) -> Bool {
    (b.fp - a.fp) * (c.tp - b.tp) == (b.tp - a.tp) * (c.fp - b.fp)
}
