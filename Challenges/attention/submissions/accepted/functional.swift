import Glibc

/// As the formulas have it: which keys are seen, their scores, their weights, the weighted mean.
func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let shift = keys.count - queries.count
    let root = Double(keys[0].count).squareRoot()
    let zeros = values[0].map { _ in 0.0 }
    return queries.enumerated().map { i, query in
        let seen = keys.indices.filter { keyMask[$0] && (!isCausal || $0 <= i + shift) }
        let weights = softmax(seen.map { dot(query, keys[$0]) / root })
        return zip(seen, weights).reduce(into: zeros) { mean, entry in
            let (key, weight) = entry
            for column in mean.indices { mean[column] += weight * values[key][column] }
        }
    }
}

/// Softmax of scores; of none it is none.
private func softmax(_ scores: [Double]) -> [Double] {
    guard let largest = scores.max() else { return [] }
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
