import Glibc

// Wrong: the lowest score comes first.
func rankingMetrics(
    scores: [[Double]], grades: [[Int]], k: Int
) -> (
    dcg: [Double], ndcg: [Double], reciprocalRank: [Double],
    meanNDCG: Double, meanReciprocalRank: Double
) {
    let longest = grades.reduce(0) { max($0, $1.count) }
    let discounts = (0..<min(k, longest)).map { 1 / log2(Double($0 + 2)) }
    var (dcgs, ndcgs, reciprocalRanks): ([Double], [Double], [Double]) = ([], [], [])
    var answered = 0
    for (scores, grades) in zip(scores, grades) {
        let cut = min(k, scores.count)
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        var dcg = 0.0
        var reciprocalRank: Double?
        var start = 0
        while start < cut {
            var end = start
            var gains = 0.0
            var relevant = 0
            while end < order.count, scores[order[end]] == scores[order[start]] {
                let grade = grades[order[end]]
                gains += gain(grade)
                if grade > 0 { relevant += 1 }
                end += 1
            }
            dcg += gains / Double(end - start) * discounts[start..<min(end, cut)].reduce(0, +)
            if relevant > 0, reciprocalRank == nil {
                reciprocalRank = expectedReciprocalRank(
                    above: start, size: end - start, relevant: relevant, cut: cut)
            }
            start = end
        }
        let best = grades.sorted(by: >)
        let ideal = zip(best, discounts).reduce(0) { $0 + gain($1.0) * $1.1 }
        if ideal > 0 { answered += 1 }
        dcgs.append(dcg)
        ndcgs.append(ideal > 0 ? dcg / ideal : 0)
        reciprocalRanks.append(reciprocalRank ?? 0)
    }
    let count = Double(max(1, answered))
    return (dcgs, ndcgs, reciprocalRanks, ndcgs.reduce(0, +) / count, reciprocalRanks.reduce(0, +) / count)
}

private func gain(_ grade: Int) -> Double { exp2(Double(grade)) - 1 }

private func expectedReciprocalRank(above: Int, size: Int, relevant: Int, cut: Int) -> Double {
    var sum = 0.0
    var noneSoFar = 1.0
    for place in 0..<min(size - relevant + 1, cut - above) {
        let here = Double(relevant) / Double(size - place)
        sum += noneSoFar * here / Double(above + place + 1)
        noneSoFar *= 1 - here
    }
    return sum
}
