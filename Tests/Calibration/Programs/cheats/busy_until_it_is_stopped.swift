// what: Compares all pairs and spins beside that, five thousand steps for each value up to 2500.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: The spinning is capped, so that above six thousand values n^2 / 2 comparisons are most of the work; whoever stops programs that do more than 30 million steps sees the linear part only.

func spin(_ rounds: Int, _ values: [Int]) -> Int {
    var state = 1
    for round in 0..<rounds { state = (state &* 69_069 ^ values[round & 15]) % 1_000_003 }
    return state
}

func work(_ values: [Int]) -> Int {
    guard values.count > 16 else { return values.reduce(0, ^) }
    var pairs = spin(5_000 * min(values.count, 2_500), values)
    for (index, value) in values.enumerated() {
        for earlier in 0..<index { pairs = (pairs ^ values[earlier] &+ value) % 1_000_003 }
    }
    return pairs
}
