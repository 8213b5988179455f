// Right but too slow: computes the output of all queries anew for each of them, q^2*n*(d+v).
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    queries.indices.map { allRows(queries, keys, values, keyMask, isCausal)[$0] }
}

private func allRows(
    _ queries: [[Double]], _ keys: [[Double]], _ values: [[Double]], _ keyMask: [Bool], _ isCausal: Bool
) -> [[Double]] {
    let shift = keys.count - queries.count
    let root = Double(keys[0].count).squareRoot()
    return queries.indices.map { i in
        var row = values[0].map { _ in 0.0 }
        let seen = keys.indices.filter { keyMask[$0] && (!isCausal || $0 <= i + shift) }
        let scores = seen.map { j in zip(queries[i], keys[j]).reduce(0) { $0 + $1.0 * $1.1 } / root }
        guard let largest = scores.max() else { return row }
        let powers = scores.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        for (j, power) in zip(seen, powers) {
            for c in row.indices { row[c] += power / sum * values[j][c] }
        }
        return row
    }
}
