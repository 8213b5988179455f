// what: Finds a local peak by bisection where a constant number of steps is asked for.
// time: log n
// space: 1
// time-bound: 1
// space-bound: 1
// strict: true
// time-verdict: over
// space-verdict: within
// why: The interval halves in each step, so the steps grow by a constant with each doubling of n.

func peak(in values: [Int]) -> Int? {
    guard !values.isEmpty else { return nil }
    var bounds = (low: 0, high: values.count - 1)
    while bounds.low != bounds.high {
        let middle = (bounds.low + bounds.high) / 2
        if values[middle] < values[middle + 1] {
            bounds.low = middle + 1
        } else {
            bounds.high = middle
        }
    }
    return bounds.low
}

func work(_ values: [Int]) -> Int {
    peak(in: values) ?? -1
}
