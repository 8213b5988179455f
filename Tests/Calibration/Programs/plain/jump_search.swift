// what: Jump search for a value near the end, in strides of the root of n.
// time: sqrt n
// space: 1
// time-bound: 1
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: On sorted values it takes about sqrt(n) strides and then scans half a block of sqrt(n) values; a constant was
//   asked for.

func jumpSearch(_ values: [Int], for wanted: Int) -> Int {
    let stride = max(1, Int(Double(values.count).squareRoot()))
    var start = 0
    var end = stride
    while end < values.count && values[end - 1] < wanted {
        start = end
        end += stride
    }
    for index in start..<min(end, values.count) where values[index] >= wanted {
        return index
    }
    return values.count
}

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    let halfBlock = Int(Double(values.count).squareRoot() / 2)
    return jumpSearch(values, for: values[values.count - 1 - halfBlock])
}
