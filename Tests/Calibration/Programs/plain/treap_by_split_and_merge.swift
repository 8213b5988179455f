// what: Inserts all values into a treap with pseudo-random priorities by splitting and merging.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: over
// why: The expected depth is of order log n whatever the order of the values; one node is kept for each value.

final class Node {
    let key: Int
    let priority: UInt64
    var left: Node?
    var right: Node?

    init(_ key: Int, _ priority: UInt64) {
        self.key = key
        self.priority = priority
    }
}

func split(_ root: Node?, below key: Int) -> (Node?, Node?) {
    guard let root else { return (nil, nil) }
    if root.key < key {
        let (middle, right) = split(root.right, below: key)
        root.right = middle
        return (root, right)
    }
    let (left, middle) = split(root.left, below: key)
    root.left = middle
    return (left, root)
}

func merge(_ left: Node?, _ right: Node?) -> Node? {
    guard let left else { return right }
    guard let right else { return left }
    if left.priority > right.priority {
        left.right = merge(left.right, right)
        return left
    }
    right.left = merge(left, right.left)
    return right
}

func digest(_ root: Node?, _ depth: Int) -> Int {
    guard let root else { return depth }
    return digest(root.left, depth + 1) &* 5 ^ digest(root.right, depth + 1) &+ root.key
}

func work(_ values: [Int]) -> Int {
    var root: Node?
    var state: UInt64 = 88_172_645_463_325_252
    for value in values {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let (smaller, others) = split(root, below: value)
        root = merge(merge(smaller, Node(value, state ^ state >> 32)), others)
    }
    return digest(root, 0)
}
