/// The area by Mann and Whitney's rank sum: with mean ranks for equal scores, counted from the lowest, it is
/// (sum of the positives' ranks - p (p + 1) / 2) / (p q). The curve is built on the way, from its end.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let p = labels.filter { $0 == 1 }.count
    let q = labels.count - p
    if p == 0 || q == 0 { return (0.5, [0, 1], [0, 1]) }

    let ranked = zip(scores, labels).sorted { $0.0 < $1.0 }
    var doubledRankSum = 0
    // From the end: so many of either class are left below the threshold.
    var corners = [(fp: q, tp: p)]
    var index = 0
    var (fp, tp) = (q, p)
    while index < ranked.count {
        let first = index
        var positives = 0
        repeat {
            positives += ranked[index].1
            index += 1
        } while index < ranked.count && ranked[index].0 == ranked[first].0
        // Ranks first + 1 to index, the mean of which is half of this.
        doubledRankSum += positives * (first + 1 + index)
        let next = (fp: fp - (index - first - positives), tp: tp - positives)
        if corners.count > 1 {
            let last = corners[corners.count - 2]
            if (last.fp - fp) * (tp - next.tp) == (last.tp - tp) * (fp - next.fp) { corners.removeLast() }
        }
        corners.append(next)
        (fp, tp) = next
    }
    corners.reverse()
    return (
        Double(doubledRankSum - p * (p + 1)) / (2 * Double(p) * Double(q)),
        corners.map { Double($0.fp) / Double(q) }, corners.map { Double($0.tp) / Double(p) }
    )
}
