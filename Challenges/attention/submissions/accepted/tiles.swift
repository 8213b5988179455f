import Glibc

/// Flat copies, and tiles of queries and keys as in FlashAttention: each tile has its own maximum, and tiles are merged.
func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let n = keys.count
    let d = keys[0].count
    let v = values[0].count
    let shift = n - queries.count
    // Hidden keys are left out at once; `places` has the places of the others, which rise.
    let places = (0..<n).filter { keyMask[$0] }
    let flatKeys = places.flatMap { keys[$0] }
    let flatValues = places.flatMap { values[$0] }
    let scale = 1 / Double(d).squareRoot()
    let side = 16

    var sums = [Double](repeating: 0, count: queries.count)
    var maxima = [Double](repeating: -.infinity, count: queries.count)
    var means = [Double](repeating: 0, count: queries.count * v)
    var scores = [Double](repeating: 0, count: side)
    for firstQuery in stride(from: 0, to: queries.count, by: side) {
        for firstKey in stride(from: 0, to: places.count, by: side) {
            for i in firstQuery..<min(firstQuery + side, queries.count) {
                var end = min(firstKey + side, places.count)
                while isCausal, end > firstKey, places[end - 1] > i + shift { end -= 1 }
                if end == firstKey { continue }
                var largest = maxima[i]
                for j in firstKey..<end {
                    var sum = 0.0
                    for l in 0..<d { sum += queries[i][l] * flatKeys[j * d + l] }
                    scores[j - firstKey] = sum * scale
                    largest = max(largest, sum * scale)
                }
                let shrink = exp(maxima[i] - largest)
                maxima[i] = largest
                sums[i] *= shrink
                for c in i * v..<(i + 1) * v { means[c] *= shrink }
                for j in firstKey..<end {
                    let power = exp(scores[j - firstKey] - largest)
                    sums[i] += power
                    for c in 0..<v { means[i * v + c] += power * flatValues[j * v + c] }
                }
            }
        }
    }
    return queries.indices.map { i in
        means[i * v..<(i + 1) * v].map { sums[i] > 0 ? $0 / sums[i] : 0 }
    }
}
