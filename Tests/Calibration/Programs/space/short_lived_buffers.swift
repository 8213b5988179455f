// what: Allocates a fresh buffer of n values for every value and frees it again.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: n^2 words are allocated in total, but never more than one buffer of n at a time.

func work(_ values: [Int]) -> Int {
    var digest = 0
    for (round, value) in values.enumerated() {
        let mixed = values.map { ($0 ^ value) &+ round }
        digest = (digest &* 3) ^ mixed[(digest & 0xFFFF) % mixed.count] ^ mixed.reduce(0, ^)
    }
    return digest
}
