// what: Counts values with merging, which returns a new dictionary each time.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: merging copies the dictionary; on values without repetition it has up to n keys.

func work(_ values: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for value in values {
        counts = counts.merging([value: 1], uniquingKeysWith: +)
    }
    return counts.reduce(0) { $0 ^ ($1.key &* $1.value) }
}
