// what: Hashes a ninety-sixth of the values anew for each value, as an existential that a cast brings.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The cast finds the library's unspecialised Array.hash, which feeds n / 96 elements to the hasher in each of n rounds; the block is held.

nonisolated(unsafe) var thing: Any = 0

func work(_ values: [Int]) -> Int {
    var block = Array(values.prefix(values.count / 96 + 1))
    var digest = 0
    for (index, value) in values.enumerated() {
        block[index % block.count] = value ^ index
        thing = block
        if let hashable = thing as? any Hashable { digest = (digest &* 3) ^ hashable.hashValue }
        thing = 0
    }
    return digest
}
