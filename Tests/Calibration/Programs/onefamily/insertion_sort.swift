// what: Insertion sort of a copy.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Linear on sorted and on equal values, but on reversed ones each value moves over all before it.

func work(_ values: [Int]) -> Int {
    var sorted = values
    for i in sorted.indices {
        let value = sorted[i]
        var j = i - 1
        while j >= 0, sorted[j] > value {
            sorted[j + 1] = sorted[j]
            j -= 1
        }
        sorted[j + 1] = value
    }
    var hash = 0
    for (i, value) in sorted.enumerated() { hash = hash &+ (i ^ value) }
    return hash
}
