// what: Walks all subsets of the values in Gray code order and counts balanced sums.
// time: 2^n
// space: 1
// time-bound: 2^n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: 2^n subsets, each made from the one before by one addition.

func work(_ values: [Int]) -> Int {
    let n = values.count
    guard n < 62 else { return -1 }
    let half = values.reduce(0, +) / 2
    var sum = 0
    var below = 0
    for step in 1..<max(2, 1 << n) {
        let flipped = step.trailingZeroBitCount
        let gray = step ^ (step >> 1)
        if flipped < n {
            sum += (gray >> flipped) & 1 == 1 ? values[flipped] : -values[flipped]
        }
        if sum <= half { below += 1 }
    }
    return below
}
