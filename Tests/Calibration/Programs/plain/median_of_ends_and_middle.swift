// what: The median of the first, the middle and the last value.
// time: 1
// space: 1
// time-bound: 1
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Three reads and a few comparisons whatever n is; nothing is stored.

func work(_ values: [Int]) -> Int {
    guard let first = values.first, let last = values.last else { return 0 }
    let middle = values[values.count / 2]
    return max(min(first, middle), min(max(first, middle), last))
}
