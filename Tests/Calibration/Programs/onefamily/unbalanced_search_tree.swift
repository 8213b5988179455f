// what: Inserts the values into a binary search tree that is never balanced.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: On sorted values the tree is a chain, and each insertion walks all of it; the nodes lie in an array.

struct SearchTree {
    private struct Node {
        let key: Int
        var count = 1
        var left = -1
        var right = -1
    }

    private var nodes: [Node] = []
    private(set) var steps = 0

    mutating func insert(_ key: Int) {
        guard !nodes.isEmpty else {
            nodes.append(Node(key: key))
            return
        }
        var current = 0
        while true {
            steps += 1
            if nodes[current].key == key {
                nodes[current].count += 1
                return
            }
            let next = key < nodes[current].key ? nodes[current].left : nodes[current].right
            if next >= 0 {
                current = next
                continue
            }
            if key < nodes[current].key {
                nodes[current].left = nodes.count
            } else {
                nodes[current].right = nodes.count
            }
            nodes.append(Node(key: key))
            return
        }
    }

    var size: Int { nodes.count }
}

func work(_ values: [Int]) -> Int {
    var tree = SearchTree()
    values.forEach { tree.insert($0) }
    return tree.steps &* 7 &+ tree.size
}
