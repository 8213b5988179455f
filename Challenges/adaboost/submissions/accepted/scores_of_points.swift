import Glibc

// Another way to the weights: they follow from the votes of each point, which are added up, by a softmax that subtracts the
// largest exponent. Thresholds are numbered by ranks of distinct values, and a round adds up the weights of each rank.

func adaBoost(
    points: [[Double]], labels: [Int], rounds: Int
) -> [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] {
    let n = points.count
    let ranked = points[0].indices.map { feature in Ranks(points.map { $0[feature] }) }
    var votes = [Double](repeating: 0, count: n)
    var ensemble: [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] = []
    for _ in 0..<rounds {
        let exponents = (0..<n).map { -votes[$0] * Double(labels[$0]) }
        let largest = exponents.max()!
        let parts = exponents.map { exp($0 - largest) }
        let total = parts.reduce(0, +)

        var best: (feature: Int, rank: Int, polarity: Int)?
        var bestError = 1.0
        for (feature, ranks) in ranked.enumerated() {
            var positive = [Double](repeating: 0, count: ranks.values.count)
            var negative = positive
            for i in 0..<n {
                if labels[i] == 1 { positive[ranks.rank[i]] += parts[i] } else { negative[ranks.rank[i]] += parts[i] }
            }
            var left = 0.0
            var right = negative.reduce(0, +)
            for rank in ranks.values.indices.dropLast() {
                left += positive[rank]
                right -= negative[rank]
                let error = (left + right) / total
                if error < bestError - 1e-9 { (bestError, best) = (error, (feature, rank, 1)) }
                if 1 - error < bestError - 1e-9 { (bestError, best) = (1 - error, (feature, rank, -1)) }
            }
        }
        guard let best, bestError < 0.5 - 1e-9 else { break }
        let values = ranked[best.feature].values
        let isPerfect = bestError < 1e-9
        let alpha = isPerfect ? 1 : 0.5 * log(1 / bestError - 1)
        ensemble.append((best.feature, 0.5 * (values[best.rank] + values[best.rank + 1]), best.polarity, alpha))
        if isPerfect { break }
        for i in 0..<n {
            let isAbove = ranked[best.feature].rank[i] > best.rank
            votes[i] += isAbove == (best.polarity == 1) ? alpha : -alpha
        }
    }
    return ensemble
}

/// The distinct values of a feature, and the place of each point's among them.
private struct Ranks {
    var values: [Double] = []
    var rank: [Int]

    init(_ column: [Double]) {
        rank = column.map { _ in 0 }
        for i in column.indices.sorted(by: { column[$0] < column[$1] }) {
            if values.last != column[i] { values.append(column[i]) }
            rank[i] = values.count - 1
        }
    }
}
