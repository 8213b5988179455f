// what: Reads tokens from the front of a slice with popFirst and removeFirst.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: A slice only moves its start, so taking the first element is constant and nothing is copied.

func work(_ values: [Int]) -> Int {
    var tokens = values[...]
    var depth = 0
    var deepest = 0
    while let token = tokens.popFirst() {
        depth += token & 1 == 0 ? 1 : -1
        if token % 5 == 0, !tokens.isEmpty { depth ^= tokens.removeFirst() & 3 }
        deepest = max(deepest, depth)
    }
    return deepest &* 1_009 &+ depth
}
