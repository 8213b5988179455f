// what: The median of the values through a sorted copy.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: sorted() returns n values, where a constant amount of memory was asked for.

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted.count.isMultiple(of: 2)
        ? (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
        : sorted[sorted.count / 2]
}
