// what: Hashes the values at the places 1, 2, 4, 8 and so on.
// time: log n
// space: 1
// time-bound: 1
// space-bound: 1
// strict: true
// time-verdict: over
// space-verdict: within
// why: There are log2(n) such places and each is mixed in sixteen rounds, where a constant number of places was asked for.

func work(_ values: [Int]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = 1
    while place <= values.count {
        hash ^= UInt64(truncatingIfNeeded: values[place - 1])
        for _ in 0..<16 {
            hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
        }
        place *= 2
    }
    return Int(truncatingIfNeeded: hash >> 1)
}
