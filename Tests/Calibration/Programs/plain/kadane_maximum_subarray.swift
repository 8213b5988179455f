// what: Largest sum of a subarray of the values less their middle, by Kadane's scan.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: One pass with two running sums.

func work(_ values: [Int]) -> Int {
    var best = Int.min
    var ending = 0
    for value in values {
        let shifted = value - 500_000_003
        ending = max(ending + shifted, shifted)
        best = max(best, ending)
    }
    return values.isEmpty ? 0 : best
}
