// what: Adds each value to all multiples of its index, as in a sieve.
// time: n log n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n/1 + n/2 + n/3 + … additions make n times the harmonic number of n; one array of n sums.

func work(_ values: [Int]) -> Int {
    let count = values.count
    var sums = [Int](repeating: 0, count: count + 1)
    for divisor in stride(from: 1, through: count, by: 1) {
        let weight = values[divisor - 1]
        for multiple in stride(from: divisor, through: count, by: divisor) {
            sums[multiple] = (sums[multiple] ^ weight) &+ divisor
        }
    }
    return sums.reduce(0, &+)
}
