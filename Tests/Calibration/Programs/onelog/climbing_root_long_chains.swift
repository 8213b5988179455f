// what: Climbs from every node of a tree of sqrt(n) chains to its root.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The chains are sqrt(n) long, so n climbs take sqrt(n) / 2 steps on average; the parents take n.

final class TreeNode {
    let weight: Int
    let parent: TreeNode?

    init(weight: Int, parent: TreeNode?) {
        self.weight = weight
        self.parent = parent
    }

    var pathHash: Int {
        var hash = weight
        var ancestor = parent
        while let node = ancestor {
            hash = (hash &* 33) ^ node.weight
            ancestor = node.parent
        }
        return hash
    }
}

func work(_ values: [Int]) -> Int {
    let length = max(1, Int(Double(values.count).squareRoot()))
    let root = TreeNode(weight: 1, parent: nil)
    var nodes: [TreeNode] = []
    for (index, value) in values.enumerated() {
        nodes.append(TreeNode(weight: value, parent: index % length == 0 ? root : nodes[index - 1]))
    }
    return nodes.reduce(0) { $0 &+ $1.pathHash }
}
