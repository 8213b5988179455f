// what: Counts the pairs of values whose remainders are close to each other.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: Two nested loops over all pairs, where linear work was asked for.

func work(_ values: [Int]) -> Int {
    var close = 0
    for i in values.indices {
        for j in values.indices where j > i {
            if abs(values[i] % 1_009 - values[j] % 1_009) < 50 { close += 1 }
        }
    }
    return close
}
