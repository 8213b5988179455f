// what: The largest value on the way from the last leaf of an implicit heap to its root.
// time: log n
// space: 1
// time-bound: 1
// space-bound: 1
// strict: true
// time-verdict: over
// space-verdict: within
// why: The index halves until it reaches the root; a constant number of steps is asked for.

struct ParentChain: Sequence, IteratorProtocol {
    var index: Int

    mutating func next() -> Int? {
        guard index > 0 else { return nil }
        index = (index - 1) / 2
        return index
    }
}

func work(_ values: [Int]) -> Int {
    guard var best = values.last else { return 0 }
    for index in ParentChain(index: values.count - 1) {
        best = max(best, values[index] ^ index)
    }
    return best
}
