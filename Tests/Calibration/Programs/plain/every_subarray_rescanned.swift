// what: Largest alternating hash of a subarray, where every subarray is scanned from its start.
// time: n^3
// space: 1
// time-bound: n^3
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: n^2 / 2 subarrays of n/3 values on average.

func hash(_ values: ArraySlice<Int>) -> Int {
    var result = 0
    for value in values { result = (result &* 33) ^ value }
    return result & 0xFFFF_FFFF
}

func work(_ values: [Int]) -> Int {
    var best = 0
    for start in values.indices {
        for end in start..<values.count {
            best = max(best, hash(values[start...end]))
        }
    }
    return best
}
