// what: Longest stretch of equal values, measured anew from every start.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: Most starts end at once; when all values are equal, each start runs to the end.

func plateau(in values: [Int], at start: Int) -> Int {
    var end = start
    while end < values.count, values[end] == values[start] { end += 1 }
    return end - start
}

func work(_ values: [Int]) -> Int {
    values.indices.reduce(0) { best, start in max(best, plateau(in: values, at: start) ^ (start & 1)) }
}
