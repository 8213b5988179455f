// what: A sum of n-th powers modulo a prime.
// time: n log n
// space: 1
// time-bound: n
// space-bound: 1
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each power takes log2(n) squarings, where a linear number of multiplications was asked for.

func work(_ values: [Int]) -> Int {
    let prime = 2_147_483_647
    var total = 0
    for value in values {
        var (base, exponent, power) = (value % prime, values.count, 1)
        while exponent > 0 {
            if exponent & 1 == 1 { power = power * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        total = (total + power) % prime
    }
    return total
}
