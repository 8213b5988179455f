// what: Counts the divisors of every index by trial division up to its root.
// time: n^1.5
// space: 1
// time-bound: n^1.5
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Index i takes sqrt(i) divisions without an early exit, which sums to order n sqrt(n).

func divisorCount(_ number: Int) -> Int {
    var count = 0
    var candidate = 1
    while candidate * candidate < number {
        if number % candidate == 0 { count += 2 }
        candidate += 1
    }
    return candidate * candidate == number ? count + 1 : count
}

func work(_ values: [Int]) -> Int {
    var weighted = 0
    for (index, value) in values.enumerated() {
        weighted = weighted &+ divisorCount(index + 1) &* value
    }
    return weighted
}
