// what: Counts distinct values with a set.
// time: n
// space: n
// time-bound: n
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: over
// why: On values without repetition the set holds all n of them.

func work(_ values: [Int]) -> Int {
    var seen: Set<Int> = []
    var repeated = 0
    for value in values where !seen.insert(value).inserted {
        repeated += value & 7
    }
    return seen.count &* 1_003 &+ repeated
}
