// Mistake: clamps scores at 700 to keep exp from overflowing.
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let q = queries.count
    let n = keys.count
    let d = keys[0].count
    let v = values[0].count
    var result: [[Double]] = []
    for i in 0..<q {
        let seen = (0..<n).filter { j in keyMask[j] && (!isCausal || j <= i + n - q) }
        if seen.isEmpty {
            result.append([Double](repeating: 0, count: v))
            continue
        }
        let scores = seen.map { min(max(dot(queries[i], keys[$0]) / Double(d).squareRoot(), -700), 700) }
        let largest = 0.0
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
