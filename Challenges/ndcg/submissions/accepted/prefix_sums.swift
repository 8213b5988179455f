import Glibc

/// Prefix sums of the discounts, so that a block takes one difference; the ideal ranking by counting how often each grade occurs,
/// which makes a block of each grade. Pairs are sorted rather than indices.
func rankingMetrics(
    scores: [[Double]], grades: [[Int]], k: Int
) -> (
    dcg: [Double], ndcg: [Double], reciprocalRank: [Double],
    meanNDCG: Double, meanReciprocalRank: Double
) {
    var sums = [0.0]
    let longest = min(k, scores.map(\.count).max() ?? 0)
    sums.reserveCapacity(longest + 1)
    while sums.count <= longest { sums.append(sums[sums.count - 1] + 1 / log2(Double(sums.count + 1))) }
    let q = scores.count
    var dcg = [Double](repeating: 0, count: q)
    var ndcg = dcg
    var reciprocalRank = dcg
    var answered = 0.0
    var total = (ndcg: 0.0, reciprocalRank: 0.0)
    for query in 0..<q {
        var histogram = [Int](repeating: 0, count: 101)
        for grade in grades[query] { histogram[grade] += 1 }
        if histogram[0] == grades[query].count { continue }
        answered += 1

        var ideal = 0.0
        var rank = 0
        for grade in (1...100).reversed() where rank < k && histogram[grade] > 0 {
            let end = min(k, rank + histogram[grade])
            ideal += (pow(2, Double(grade)) - 1) * (sums[end] - sums[rank])
            rank = end
        }

        let ranked = zip(scores[query], grades[query]).sorted { $0.0 > $1.0 }
        var hasRelevant = false
        var first = 0
        while first < ranked.count, first < k {
            var gains = 0.0
            var irrelevant = 0
            var end = first
            while end < ranked.count, ranked[end].0 == ranked[first].0 {
                gains += pow(2, Double(ranked[end].1)) - 1
                irrelevant += ranked[end].1 == 0 ? 1 : 0
                end += 1
            }
            let size = end - first
            dcg[query] += gains * (sums[min(k, end)] - sums[first]) / Double(size)
            if !hasRelevant, irrelevant < size {
                hasRelevant = true
                // By the chance that nothing relevant is among the first places: it falls by p at each.
                var chance = 1.0
                var place = 0
                while place <= irrelevant, first + place < k {
                    let next = chance * Double(irrelevant - place) / Double(size - place)
                    reciprocalRank[query] += (chance - next) / Double(first + place + 1)
                    chance = next
                    place += 1
                }
            }
            first = end
        }
        ndcg[query] = dcg[query] / ideal
        total.ndcg += ndcg[query]
        total.reciprocalRank += reciprocalRank[query]
    }
    guard answered > 0 else { return (dcg, ndcg, reciprocalRank, 0, 0) }
    return (dcg, ndcg, reciprocalRank, total.ndcg / answered, total.reciprocalRank / answered)
}
