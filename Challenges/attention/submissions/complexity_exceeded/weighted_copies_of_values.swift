// Right, but keeps the values, weighted, of all pairs before they are added up: space q*n*v instead of (q + n)*v.
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let q = queries.count
    let n = keys.count
    let d = keys[0].count
    let v = values[0].count
    var weighted: [[[Double]]] = []
    for i in 0..<q {
        let seen = (0..<n).filter { j in keyMask[j] && (!isCausal || j <= i + n - q) }
        if seen.isEmpty {
            weighted.append([])
            continue
        }
        let scores = seen.map { dot(queries[i], keys[$0]) / Double(d).squareRoot() }
        let largest = scores.max()!
        let powers = scores.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        weighted.append(zip(seen, powers).map { j, power in values[j].map { power / sum * $0 } })
    }
    return weighted.map { rows in
        rows.reduce(into: [Double](repeating: 0, count: v)) { mean, row in
            for c in 0..<v { mean[c] += row[c] }
        }
    }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
