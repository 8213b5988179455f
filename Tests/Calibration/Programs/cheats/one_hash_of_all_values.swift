// what: Hashes a copy of all values once, as an existential that a cast brings, and sums their remainders.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The library's unspecialised Array.hash feeds each of n elements to the hasher once; the copy has n words.

nonisolated(unsafe) var subject: Any = 0

func work(_ values: [Int]) -> Int {
    subject = values.map { $0 % 4_093 }
    defer { subject = 0 }
    guard let hashable = subject as? any Hashable else { return -1 }
    return values.reduce(hashable.hashValue & 0xFFFF) { $0 &+ $1 % 17 }
}
