// what: Walks in order through the complete tree whose node i has the children 2i + 1 and 2i + 2.
// time: n
// space: log n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: Each node is visited once, and the recursion is as deep as the tree: log n frames, without an allocation.

struct Walk {
    var place = 0
    var hash = 1

    mutating func visit(_ node: Int, _ values: [Int], above: Int) -> Int {
        if node >= values.count { return 0 }
        let own = values[node] ^ above
        let left = visit(2 * node + 1, values, above: own >> 1)
        hash = (hash &* 31) ^ (own &+ place)
        place += 1
        let right = visit(2 * node + 2, values, above: own >> 2 &+ left)
        return max(left, right) &+ own & 1 &+ 1
    }
}

func work(_ values: [Int]) -> Int {
    var walk = Walk()
    let height = walk.visit(0, values, above: 0)
    return walk.hash ^ height
}
