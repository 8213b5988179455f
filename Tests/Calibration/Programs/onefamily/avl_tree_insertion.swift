// what: Inserts the values into an AVL tree of objects.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Rotations keep the depth below 1.44 log2(n) on sorted values too; one node for each distinct value.

final class Node {
    let key: Int
    var height = 1
    var left: Node?
    var right: Node?

    init(_ key: Int) { self.key = key }

    var balance: Int { (left?.height ?? 0) - (right?.height ?? 0) }

    func update() { height = 1 + max(left?.height ?? 0, right?.height ?? 0) }
}

func rotateRight(_ node: Node) -> Node {
    let pivot = node.left!
    node.left = pivot.right
    pivot.right = node
    node.update()
    pivot.update()
    return pivot
}

func rotateLeft(_ node: Node) -> Node {
    let pivot = node.right!
    node.right = pivot.left
    pivot.left = node
    node.update()
    pivot.update()
    return pivot
}

func insert(_ key: Int, into node: Node?) -> Node {
    guard let node else { return Node(key) }
    if key == node.key { return node }
    if key < node.key {
        node.left = insert(key, into: node.left)
    } else {
        node.right = insert(key, into: node.right)
    }
    node.update()
    if node.balance > 1 {
        if node.left!.balance < 0 { node.left = rotateLeft(node.left!) }
        return rotateRight(node)
    }
    if node.balance < -1 {
        if node.right!.balance > 0 { node.right = rotateRight(node.right!) }
        return rotateLeft(node)
    }
    return node
}

func fold(_ node: Node?) -> Int {
    guard let node else { return 1 }
    return (fold(node.left) &* 31 ^ node.key) &+ fold(node.right) &* 7
}

func work(_ values: [Int]) -> Int {
    var root: Node?
    for value in values { root = insert(value, into: root) }
    return fold(root)
}
