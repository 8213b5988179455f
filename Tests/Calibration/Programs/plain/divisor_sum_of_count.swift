// what: The sum of the divisors of n by trial division up to the root.
// time: sqrt n
// space: 1
// time-bound: sqrt(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The candidate runs from 1 to the square root of n without an early exit.

func work(_ values: [Int]) -> Int {
    let count = values.count
    var sum = values.first ?? 0
    var divisor = 1
    while divisor * divisor <= count {
        if count % divisor == 0 {
            sum += divisor
            if divisor != count / divisor { sum += count / divisor }
        }
        divisor += 1
    }
    return sum
}
