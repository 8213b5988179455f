// what: Sums the greatest common divisors of all pairs of indices by Euclid's algorithm.
// time: n^2 log n
// space: 1
// time-bound: n^2
// space-bound: 1
// strict: true
// time-verdict: over
// space-verdict: within
// why: Euclid takes order log(n) divisions on average for each of n^2 / 2 pairs.

func commonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : commonDivisor(b, a % b)
}

func work(_ values: [Int]) -> Int {
    var sum = 0
    for i in values.indices {
        for j in 0..<i {
            sum = sum &+ commonDivisor(i + 1, j + 1) &* (values[i] ^ values[j])
        }
    }
    return sum
}
