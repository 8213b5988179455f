// what: Sorts the suffixes of the values by comparing them element by element.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Suffixes of equal values differ only at the end, so each of about n comparisons walks over what is left; elsewhere comparisons end after a few elements.

func work(_ values: [Int]) -> Int {
    let order = values.indices.sorted { values[$0...].lexicographicallyPrecedes(values[$1...]) }
    var digest = 0
    for (rank, start) in order.enumerated() {
        digest = (digest &* 31) ^ (rank &* 3 &+ start)
    }
    return digest
}
