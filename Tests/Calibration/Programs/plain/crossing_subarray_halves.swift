// what: Largest subarray sum by halving, with a scan over the crossing part.
// time: n log n
// space: log n
// time-bound: n^0.5
// space-bound: log(n)
// time-verdict: over
// space-verdict: within
// why: Each of log2(n) levels scans all values once; the recursion is as deep as the levels.

func best(_ values: [Int], _ range: Range<Int>) -> Int {
    if range.count == 1 { return values[range.lowerBound] - 500_000_003 }
    let middle = (range.lowerBound + range.upperBound) / 2
    var sum = 0
    var left = Int.min
    for index in (range.lowerBound..<middle).reversed() {
        sum += values[index] - 500_000_003
        left = max(left, sum)
    }
    sum = 0
    var right = Int.min
    for index in middle..<range.upperBound {
        sum += values[index] - 500_000_003
        right = max(right, sum)
    }
    let halves = max(best(values, range.lowerBound..<middle), best(values, middle..<range.upperBound))
    return max(halves, left + right)
}

func work(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : best(values, values.indices)
}
