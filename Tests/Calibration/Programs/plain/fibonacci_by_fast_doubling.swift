// what: A Fibonacci-like number of index n by the doubling identities, perturbed by the values on the way.
// time: log n
// space: log n
// time-bound: log(n)
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: The index is halved in every call, and the identities are applied after the call, so each level keeps its frame.

let modulus = 1_000_000_007

func pair(_ index: Int, _ values: [Int]) -> (Int, Int) {
    if index == 0 { return (0, 1) }
    let (a, b) = pair(index / 2, values)
    let even = a * ((2 * b + modulus - a) % modulus) % modulus
    let odd = (a * a % modulus + b * b % modulus) % modulus
    if index & 1 == 0 { return (even, (odd + values[index - 1]) % modulus) }
    return (odd, (even + odd + values[index - 1]) % modulus)
}

func work(_ values: [Int]) -> Int {
    pair(values.count, values).0
}
