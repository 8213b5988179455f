// Too slow: goes through all samples for each distinct score, n^2.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let positives = labels.reduce(0, +)
    let negatives = labels.count - positives
    guard positives > 0, negatives > 0 else { return (0.5, [0, 1], [0, 1]) }

    var curve = [Vertex(fp: 0, tp: 0)]
    var doubledArea = 0
    var before = curve[0]
    for threshold in Set(scores).sorted(by: >) {
        let labelsAbove = zip(scores, labels).filter { $0.0 >= threshold }.map { $0.1 }
        let tp = labelsAbove.reduce(0, +)
        let here = Vertex(fp: labelsAbove.count - tp, tp: tp)
        doubledArea += (here.fp - before.fp) * (here.tp + before.tp)
        if curve.count >= 2, isStraight(curve[curve.count - 2], before, here) { curve.removeLast() }
        curve.append(here)
        before = here
    }
    return (
        Double(doubledArea) / Double(2 * positives * negatives),
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
