import Glibc

/// One query at a time: scores of the keys that it sees, softmax, and the weighted mean of their values.
func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    let q = queries.count
    let n = keys.count
    let d = keys[0].count
    let v = values[0].count
    let scale = 1 / Double(d).squareRoot()
    var scores = [Double](repeating: 0, count: n)
    var result: [[Double]] = []
    for i in 0..<q {
        // Keys from `end` on lie in the future. Of more queries than keys the first see none.
        let end = isCausal ? max(0, i + n - q + 1) : n
        let query = queries[i]
        var largest = -Double.infinity
        for j in 0..<end where keyMask[j] {
            let key = keys[j]
            var sum = 0.0
            for l in 0..<d { sum += query[l] * key[l] }
            scores[j] = sum * scale
            largest = max(largest, scores[j])
        }

        var row = [Double](repeating: 0, count: v)
        var total = 0.0
        for j in 0..<end where keyMask[j] {
            let power = exp(scores[j] - largest)
            let value = values[j]
            total += power
            for c in 0..<v { row[c] += power * value[c] }
        }
        if total > 0 {
            for c in 0..<v { row[c] /= total }
        }
        result.append(row)
    }
    return result
}
