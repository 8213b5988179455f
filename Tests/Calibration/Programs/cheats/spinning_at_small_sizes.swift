// what: Does as much extra work at small sizes as its quadratic loops need at three thousand values.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: The work is flat up to a threshold and quadratic from there on.

func mix(_ rounds: Int, _ values: [Int]) -> Int {
    var state = 1
    for round in 0..<rounds { state = (state &* 69_069 ^ values[round % values.count]) &+ 1 }
    return state
}

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    return mix(max(9_000_000, values.count * values.count), values)
}
