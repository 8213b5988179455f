// what: The median of every prefix, each sorted anew.
// time: n^2 log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n library sorts of n/2 values on average, each n log n on random values; one sorted prefix lives at a time.

func work(_ values: [Int]) -> Int {
    var sum = 0
    for end in values.indices {
        let sorted = values[...end].sorted()
        sum = sum &+ sorted[sorted.count / 2]
    }
    return sum
}
