// what: Counts the values in a treap whose priorities are hashes of the keys.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Hashed priorities make the expected depth order log n in any order of insertion; equal values share a node.

struct Treap {
    struct Node {
        var key: Int
        var priority: UInt
        var count = 1
        var left = -1
        var right = -1
    }
    private(set) var nodes: [Node] = []
    private var root = -1

    mutating func insert(_ key: Int) { root = insert(key, below: root) }

    private mutating func insert(_ key: Int, below node: Int) -> Int {
        if node < 0 {
            var hash = UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
            nodes.append(Node(key: key, priority: hash ^ (hash >> 32)))
            return nodes.count - 1
        }
        if key == nodes[node].key {
            nodes[node].count += 1
            return node
        }
        if key < nodes[node].key {
            let child = insert(key, below: nodes[node].left)
            nodes[node].left = child
            if nodes[child].priority <= nodes[node].priority { return node }
            nodes[node].left = nodes[child].right
            nodes[child].right = node
            return child
        }
        let child = insert(key, below: nodes[node].right)
        nodes[node].right = child
        if nodes[child].priority <= nodes[node].priority { return node }
        nodes[node].right = nodes[child].left
        nodes[child].left = node
        return child
    }
}

func work(_ values: [Int]) -> Int {
    var treap = Treap()
    for value in values { treap.insert(value) }
    return treap.nodes.reduce(0) { ($0 &* 7) ^ ($1.key &+ $1.count &+ $1.left) }
}
