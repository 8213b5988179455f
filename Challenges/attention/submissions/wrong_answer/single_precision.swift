// Mistake: computes in Float, which keeps seven digits.
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let shift = keys.count - queries.count
    let root = Float(keys[0].count).squareRoot()
    return queries.indices.map { i in
        var row = values[0].map { _ in Float(0) }
        let seen = keys.indices.filter { keyMask[$0] && (!isCausal || $0 <= i + shift) }
        let scores = seen.map { j in zip(queries[i], keys[j]).reduce(Float(0)) { $0 + Float($1.0) * Float($1.1) } / root
        }
        guard let largest = scores.max() else { return row.map { Double($0) } }
        let powers = scores.map { expf($0 - largest) }
        let sum = powers.reduce(0, +)
        for (j, power) in zip(seen, powers) {
            for c in row.indices { row[c] += power / sum * Float(values[j][c]) }
        }
        return row.map { Double($0) }
    }
}
