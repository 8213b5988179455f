import Foundation

/// As a pipeline of values: documents by score in a dictionary, where 0 and -0 are one key; each query becomes a result, and results
/// are averaged. The probability that no relevant document has come is a quotient of binomial coefficients, by their logarithms.
func rankingMetrics(
    scores: [[Double]], grades: [[Int]], k: Int
) -> (
    dcg: [Double], ndcg: [Double], reciprocalRank: [Double],
    meanNDCG: Double, meanReciprocalRank: Double
) {
    let results = zip(scores, grades).map { Result(blocks: blocks($0, $1), grades: $1, k: k) }
    let answered = zip(results, grades).filter { $1.contains { $0 > 0 } }.map(\.0)
    func mean(_ value: KeyPath<Result, Double>) -> Double {
        answered.isEmpty ? 0 : answered.map { $0[keyPath: value] }.reduce(0, +) / Double(answered.count)
    }
    return (
        results.map(\.dcg), results.map(\.ndcg), results.map(\.reciprocalRank), mean(\.ndcg), mean(\.reciprocalRank)
    )
}

private func blocks(_ scores: [Double], _ grades: [Int]) -> [[Int]] {
    Dictionary(grouping: zip(scores, grades), by: \.0).sorted { $0.key > $1.key }.map { $0.value.map(\.1) }
}

private struct Result {
    var dcg: Double
    var ndcg: Double
    var reciprocalRank: Double

    init(blocks: [[Int]], grades: [Int], k: Int) {
        dcg = gain(of: blocks, k)
        let ideal = gain(of: grades.sorted(by: >).map { [$0] }, k)
        ndcg = ideal == 0 ? 0 : dcg / ideal
        let first = blocks.firstIndex { $0.contains { $0 > 0 } }
        let above = blocks.prefix(first ?? 0).reduce(0) { $0 + $1.count }
        reciprocalRank = first.map { expectedReciprocal(of: blocks[$0], after: above, k) } ?? 0
    }
}

private func gain(of blocks: [[Int]], _ k: Int) -> Double {
    var above = 0
    var sum = 0.0
    for block in blocks {
        if above >= k { break }
        let gains = block.reduce(0) { $0 + pow(2, Double($1)) - 1 }
        let discounts = (above..<min(k, above + block.count)).reduce(0) { $0 + 1 / log2(Double($1) + 2) }
        sum += gains * discounts / Double(block.count)
        above += block.count
    }
    return sum
}

/// The chance that the first relevant document is on place j: the other c - 1 are among the m - j places after it.
private func expectedReciprocal(of block: [Int], after above: Int, _ k: Int) -> Double {
    let (m, c) = (block.count, block.filter { $0 > 0 }.count)
    let all = logBinomial(m, c)
    return (1...m - c + 1).prefix { above + $0 <= k }
        .reduce(0) { $0 + exp(logBinomial(m - $1, c - 1) - all) / Double(above + $1) }
}

private func logBinomial(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
}
