// what: Remembers its answer for each size, so that only the first call of a size does the quadratic work.
// time: n^2
// space: 1
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The first call with n values compares all pairs; later calls of the same size look up one entry.

nonisolated(unsafe) var answers: [Int: Int] = [:]

func work(_ values: [Int]) -> Int {
    if let answer = answers[values.count] { return answer }
    var pairs = 0
    for i in values.indices {
        for j in 0..<i {
            if (values[i] ^ values[j]) % 7 < 3 { pairs += j }
        }
    }
    answers[values.count] = pairs
    return pairs
}
