// Mistake: wrong axis; softmax runs over the queries of each key.
import Glibc

func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let q = queries.count
    let n = keys.count
    var result = [[Double]](repeating: values[0].map { _ in 0 }, count: q)
    for j in 0..<n where keyMask[j] {
        let seeing = (0..<q).filter { !isCausal || j <= $0 + n - q }
        let scores = seeing.map { i in
            zip(queries[i], keys[j]).reduce(0) { $0 + $1.0 * $1.1 } / Double(keys[j].count).squareRoot()
        }
        let largest = scores.max() ?? 0
        let sum = scores.reduce(0) { $0 + exp($1 - largest) }
        for (i, score) in zip(seeing, scores) {
            for c in values[j].indices { result[i][c] += exp(score - largest) / sum * values[j][c] }
        }
    }
    return result
}
