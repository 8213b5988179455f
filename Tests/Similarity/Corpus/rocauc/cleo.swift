/// The area by ranks (Mann and Whitney), the curve by a sweep.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let n1 = labels.reduce(0, +)
    let n0 = labels.count - n1
    if n1 * n0 == 0 { return (auc: 0.5, fpr: [0, 1], tpr: [0, 1]) }

    let ascending = scores.indices.sorted(by: { scores[$0] < scores[$1] })
    var rankSum = 0.0
    var start = 0
    for end in 1...ascending.count {
        if end < ascending.count, scores[ascending[end]] == scores[ascending[start]] { continue }
        let rank = Double(start + 1 + end) / 2
        for place in start..<end where labels[ascending[place]] == 1 { rankSum += rank }
        start = end
    }
    let auc = (rankSum - Double(n1 * (n1 + 1)) / 2) / Double(n1 * n0)

    var curve: [(fp: Int, tp: Int)] = [(0, 0)]
    var here = (fp: 0, tp: 0)
    for (position, sample) in ascending.reversed().enumerated() {
        if labels[sample] == 1 { here.tp += 1 } else { here.fp += 1 }
        let following = ascending.count - position - 2
        if following >= 0, scores[ascending[following]] == scores[sample] { continue }
        if curve.count > 1 {
            let (a, b) = (curve[curve.count - 2], curve[curve.count - 1])
            if (b.fp - a.fp) * (here.tp - b.tp) == (here.fp - b.fp) * (b.tp - a.tp) { _ = curve.popLast() }
        }
        curve.append(here)
    }
    return (auc, curve.map { Double($0.fp) / Double(n0) }, curve.map { Double($0.tp) / Double(n1) })
}
