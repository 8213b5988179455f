// what: Candidates for values that fill a tenth of the input, by the Misra-Gries summary.
// time: n
// space: 1
// time-bound: sqrt(n)
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: One pass with constant work, as a decrement of all counters is paid for by the increments before; never more than nine counters.

func work(_ values: [Int]) -> Int {
    var counters: [Int: Int] = [:]
    for value in values {
        if let count = counters[value] {
            counters[value] = count + 1
        } else if counters.count < 9 {
            counters[value] = 1
        } else {
            counters = counters.compactMapValues { $0 > 1 ? $0 - 1 : nil }
        }
    }
    return counters.reduce(values.count) { $0 &+ ($1.key ^ ($1.value << 20)) }
}
