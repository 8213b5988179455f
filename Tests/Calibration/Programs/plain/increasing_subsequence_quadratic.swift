// what: Longest increasing subsequence by the quadratic recurrence.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Every index looks at all indices before it; one array of n lengths.

func work(_ values: [Int]) -> Int {
    var lengths = [Int](repeating: 1, count: values.count)
    for (i, value) in values.enumerated() {
        for j in 0..<i where values[j] < value {
            lengths[i] = max(lengths[i], lengths[j] + 1)
        }
    }
    return lengths.max() ?? 0
}
