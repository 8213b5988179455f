// what: The n-th Fibonacci number by plain double recursion.
// time: 2^n
// space: n
// time-bound: n^3
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The calls multiply by about 1.6 with each further value, which is exponential; the recursion is n deep.

func fibonacci(_ n: Int, _ seed: Int) -> Int {
    if n < 2 { return n ^ (seed & 1) }
    return fibonacci(n - 1, seed) &+ fibonacci(n - 2, seed)
}

func work(_ values: [Int]) -> Int {
    fibonacci(values.count, values.last ?? 0)
}
