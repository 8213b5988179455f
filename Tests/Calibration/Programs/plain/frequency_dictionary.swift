// what: Counts each value in a dictionary and returns the most frequent.
// time: n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: One hashed update for each value; on random values the dictionary gets n keys.

func work(_ values: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for value in values {
        counts[value, default: 0] += 1
    }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { $0.key ^ $0.value } ?? 0
}
