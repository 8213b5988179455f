// Mistake: subtracts the largest score of all queries; powers of a query with much smaller scores are all 0.
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let q = queries.count
    let n = keys.count
    let d = keys[0].count
    let v = values[0].count
    let scale = 1 / Double(d).squareRoot()
    let largest = queries.map { query in keys.map { dot(query, $0) * scale }.max()! }.max() ?? 0
    var result: [[Double]] = []
    for i in 0..<q {
        let seen = (0..<n).filter { j in keyMask[j] && (!isCausal || j <= i + n - q) }
        if seen.isEmpty {
            result.append([Double](repeating: 0, count: v))
            continue
        }
        let scores = seen.map { dot(queries[i], keys[$0]) * scale }
        let powers = scores.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        var row = [Double](repeating: 0, count: v)
        for (j, power) in zip(seen, powers) {
            for c in 0..<v { row[c] += power / sum * values[j][c] }
        }
        result.append(row)
    }
    return result
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
