// what: Empties a roomy set by asking for its first element and removing that, until none is left.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: first walks in the library over the bitmap from its beginning, over order n / 2 empty words on average, for each of n elements; the table has order n buckets.

func work(_ values: [Int]) -> Int {
    var waiting = Set<Int>(minimumCapacity: values.count * 24)
    for (index, value) in values.enumerated() { waiting.insert(value << 15 | index) }
    var hash = 0
    while let next = waiting.first {
        waiting.remove(next)
        hash = (hash &* 31) ^ next
    }
    return hash
}
