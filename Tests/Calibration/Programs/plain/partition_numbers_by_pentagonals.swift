// what: Partition numbers up to n by Euler's pentagonal recurrence, weighted with the values.
// time: n^1.5
// space: n
// time-bound: n^1.5
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: over
// why: The recurrence for m has order sqrt(m) terms, which sum to n^1.5; all n numbers are kept for it.

func work(_ values: [Int]) -> Int {
    let modulus = 1_000_000_007
    var partitions = [1]
    var weighted = 0
    for (index, value) in values.enumerated() {
        let number = index + 1
        var total = 0
        var term = 1
        while term * (3 * term - 1) / 2 <= number {
            let lesser = partitions[number - term * (3 * term - 1) / 2]
            let greater = number - term * (3 * term + 1) / 2
            let both = lesser + (greater >= 0 ? partitions[greater] : 0)
            total += term & 1 == 1 ? both : -both
            term += 1
        }
        total = (total % modulus + modulus) % modulus
        partitions.append(total)
        weighted = weighted &+ total &* value
    }
    return weighted
}
