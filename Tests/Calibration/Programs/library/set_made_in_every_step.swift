// what: Asks a set for each successor, and makes that set again each time.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Set(values) hashes all n values in each of n steps.

func hasSuccessor(_ value: Int, in values: [Int]) -> Bool {
    Set(values).contains(value + 1)
}

func work(_ values: [Int]) -> Int {
    var ends = 0
    for value in values where !hasSuccessor(value, in: values) {
        ends = (ends &* 3) ^ value
    }
    return ends
}
