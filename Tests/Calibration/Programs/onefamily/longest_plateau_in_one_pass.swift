// what: Longest stretch of equal values in one pass.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The start jumps to the end of each stretch, so no value is looked at more than twice on any family.

func work(_ values: [Int]) -> Int {
    var best = 0
    var start = 0
    while start < values.count {
        var end = start + 1
        while end < values.count && values[end] == values[start] { end += 1 }
        best = max(best, (end - start) << 1 | (start & 1))
        start = end
    }
    return best
}
