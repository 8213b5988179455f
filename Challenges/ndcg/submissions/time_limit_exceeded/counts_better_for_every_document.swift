import Glibc

// Too slow: finds the place of each document by a look at all others, n^2.
func rankingMetrics(
    scores: [[Double]], grades: [[Int]], k: Int
) -> (
    dcg: [Double], ndcg: [Double], reciprocalRank: [Double],
    meanNDCG: Double, meanReciprocalRank: Double
) {
    var (dcgs, ndcgs, reciprocalRanks): ([Double], [Double], [Double]) = ([], [], [])
    var answered = 0
    for (scores, grades) in zip(scores, grades) {
        var dcg = 0.0
        var firstRelevant = Int.max
        var inBlock = (size: 0, relevant: 0)
        for document in scores.indices {
            let above = scores.count { $0 > scores[document] }
            let size = scores.count { $0 == scores[document] }
            var weight = 0.0
            for rank in above..<max(above, min(above + size, k)) { weight += 1 / log2(Double(rank + 2)) }
            dcg += gain(grades[document]) * weight / Double(size)
            if grades[document] > 0, above < firstRelevant {
                firstRelevant = above
                let relevant = scores.indices.count { scores[$0] == scores[document] && grades[$0] > 0 }
                inBlock = (size, relevant)
            }
        }
        var reciprocalRank = 0.0
        if firstRelevant < k {
            var noneSoFar = 1.0
            for place in 0..<min(inBlock.size - inBlock.relevant + 1, k - firstRelevant) {
                let here = Double(inBlock.relevant) / Double(inBlock.size - place)
                reciprocalRank += noneSoFar * here / Double(firstRelevant + place + 1)
                noneSoFar *= 1 - here
            }
        }
        var ideal = 0.0
        for (rank, grade) in grades.sorted(by: >).prefix(k).enumerated() {
            ideal += gain(grade) / log2(Double(rank + 2))
        }
        if ideal > 0 { answered += 1 }
        dcgs.append(dcg)
        ndcgs.append(ideal > 0 ? dcg / ideal : 0)
        reciprocalRanks.append(reciprocalRank)
    }
    let count = Double(max(1, answered))
    return (dcgs, ndcgs, reciprocalRanks, ndcgs.reduce(0, +) / count, reciprocalRanks.reduce(0, +) / count)
}

private func gain(_ grade: Int) -> Double { exp2(Double(grade)) - 1 }
