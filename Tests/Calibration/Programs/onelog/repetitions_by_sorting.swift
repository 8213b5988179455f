// what: Counts repeated values by sorting a copy and comparing neighbours.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: The library sort takes n log n on random values, where a linear pass over a hash set was asked for.

func work(_ values: [Int]) -> Int {
    let sorted = values.sorted()
    return zip(sorted, sorted.dropFirst()).reduce(sorted.first ?? 0) { $1.0 == $1.1 ? $0 + 1 : $0 }
}
