// what: The first value to the n-th power modulo a prime, by repeated squaring.
// time: log n
// space: 1
// time-bound: sqrt(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: One or two multiplications for each bit of n.

func work(_ values: [Int]) -> Int {
    let prime = 998_244_353
    var base = (values.first ?? 2) % prime
    var exponent = values.count
    var power = 1
    while exponent > 0 {
        if exponent & 1 == 1 { power = power * base % prime }
        base = base * base % prime
        exponent >>= 1
    }
    return power
}
