// Right, but holds the scores and weights of all pairs, as one would with matrix products: space q*n instead of q + n.
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let shift = keys.count - queries.count
    let root = Double(keys[0].count).squareRoot()
    var weights = queries.map { query in keys.map { dot(query, $0) / root } }
    for i in weights.indices {
        for j in keys.indices where !keyMask[j] || isCausal && j > i + shift { weights[i][j] = -.infinity }
        let largest = weights[i].max()!
        // Nothing is seen: no powers, no weights.
        weights[i] = weights[i].map { largest > -.infinity ? exp($0 - largest) : 0 }
        let sum = weights[i].reduce(0, +)
        if sum > 0 { weights[i] = weights[i].map { $0 / sum } }
    }
    return weights.map { row in
        zip(row, values).reduce(into: values[0].map { _ in 0.0 }) { mean, entry in
            for c in mean.indices { mean[c] += entry.0 * entry.1[c] }
        }
    }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
