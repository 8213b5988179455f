// what: Takes odd numbers off n until nothing is left, and mixes the values that it lands on.
// time: sqrt n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The first k odd numbers sum to k squared, so the loop runs sqrt(n) times.

func work(_ values: [Int]) -> Int {
    var remaining = values.count
    var odd = 1
    var mixed = 0
    repeat {
        remaining -= odd
        odd += 2
        if remaining >= 0 && remaining < values.count { mixed = (mixed &* 5) ^ values[remaining] }
    } while remaining > 0
    return mixed
}
