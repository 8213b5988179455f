// Mistake: takes a vertex out only where the steps before and after are equal, as a second difference shows.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let positives = labels.reduce(0, +)
    let negatives = labels.count - positives
    guard positives > 0, negatives > 0 else { return (0.5, [0, 1], [0, 1]) }

    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var curve = [Vertex(fp: 0, tp: 0)]
    var here = curve[0]
    var doubledArea = 0
    var start = 0
    var last = Vertex(fp: 0, tp: 0)
    while start < order.count {
        let before = here
        let threshold = scores[order[start]]
        while start < order.count, scores[order[start]] == threshold {
            if labels[order[start]] == 1 { here.tp += 1 } else { here.fp += 1 }
            start += 1
        }
        doubledArea += (here.fp - before.fp) * (here.tp + before.tp)
        let step = Vertex(fp: here.fp - before.fp, tp: here.tp - before.tp)
        if step.fp == last.fp, step.tp == last.tp { curve.removeLast() }
        last = step
        curve.append(here)
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
