// what: The fairest split of the values between two people, by trying both for each value.
// time: 2^n
// space: n
// time-bound: n^3
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Two calls for each value without pruning make 2^n leaves at depth n.

func fairest(_ values: [Int], _ index: Int, _ lead: Int) -> Int {
    if index == values.count { return abs(lead) }
    let given = fairest(values, index + 1, lead + values[index])
    let kept = fairest(values, index + 1, lead - values[index])
    return min(given, kept)
}

func work(_ values: [Int]) -> Int {
    fairest(values, 0, 0)
}
