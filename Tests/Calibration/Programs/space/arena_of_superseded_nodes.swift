// what: Folds the values with an accumulator that lives in an arena, which gets a new node at each step.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: Only the newest node is ever read, but the arena keeps all n of them until the end.

final class Arena {
    private var nodes: [(sum: Int, mix: Int)] = []

    func make(_ sum: Int, _ mix: Int) -> Int {
        nodes.append((sum, mix))
        return nodes.count - 1
    }

    subscript(_ handle: Int) -> (sum: Int, mix: Int) { nodes[handle] }
}

func work(_ values: [Int]) -> Int {
    let arena = Arena()
    var current = arena.make(0, 1)
    for value in values {
        let old = arena[current]
        current = arena.make(old.sum &+ value, (old.mix &* 31) ^ (value >> (old.sum & 3)))
    }
    return arena[current].sum ^ arena[current].mix
}
