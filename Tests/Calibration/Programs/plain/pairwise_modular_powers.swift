// what: Raises the product of every pair of values to the n-th power modulo a prime.
// time: n^2 log n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: n^2 / 2 pairs with log2(n) squarings each, where linear work was asked for.

func power(_ base: Int, _ exponent: Int, modulo prime: Int) -> Int {
    var (base, exponent, result) = (base % prime, exponent, 1)
    while exponent > 0 {
        if exponent & 1 == 1 { result = result * base % prime }
        base = base * base % prime
        exponent /= 2
    }
    return result
}

func work(_ values: [Int]) -> Int {
    var digest = 0
    for i in 0..<values.count {
        for j in 0..<i {
            digest ^= power(values[i] ^ values[j] ^ j, values.count, modulo: 1_000_003)
        }
    }
    return digest
}
