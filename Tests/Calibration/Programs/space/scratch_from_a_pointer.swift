// what: Reverses the bits of the order of values through an allocated pointer.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: n words are allocated outside any array and given back at the end.

func work(_ values: [Int]) -> Int {
    let count = values.count
    let scratch = UnsafeMutablePointer<Int>.allocate(capacity: max(1, count))
    defer { scratch.deallocate() }
    for (index, value) in values.enumerated() { (scratch + (count - 1 - index)).initialize(to: value) }
    var hash = 0
    for index in 0..<count { hash = (hash &* 31) ^ scratch[index] }
    scratch.deinitialize(count: count)
    return hash
}
