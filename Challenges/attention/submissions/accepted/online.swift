import Glibc

/// Online softmax: one pass over the keys without a list of scores. What was added up so far is rescaled when a larger score comes.
func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let root = Double(keys[0].count).squareRoot()
    let width = values[0].count
    var result = [[Double]](repeating: [Double](repeating: 0, count: width), count: queries.count)
    for (i, query) in queries.enumerated() {
        let last = isCausal ? i + keys.count - queries.count : keys.count - 1
        var largest = -Double.infinity
        var sum = 0.0
        var mean = [Double](repeating: 0, count: width)
        for (j, key) in keys.enumerated() where j <= last && keyMask[j] {
            var score = 0.0
            for l in query.indices { score += query[l] / root * key[l] }
            if score > largest {
                // exp(-infinity) is 0, which is right for the first key.
                let shrink = exp(largest - score)
                sum *= shrink
                for c in 0..<width { mean[c] *= shrink }
                largest = score
            }
            let power = exp(score - largest)
            sum += power
            for c in 0..<width { mean[c] += power * values[j][c] }
        }
        if sum > 0 { result[i] = mean.map { $0 / sum } }
    }
    return result
}
