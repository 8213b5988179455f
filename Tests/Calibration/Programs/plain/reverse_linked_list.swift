// what: Builds a singly linked list of the values, reverses it in place and folds it.
// time: n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Three walks over n nodes; the nodes are the memory.

final class ListNode {
    let value: Int
    var next: ListNode?

    init(_ value: Int, next: ListNode?) {
        self.value = value
        self.next = next
    }
}

func reversed(_ head: ListNode?) -> ListNode? {
    var previous: ListNode?
    var current = head
    while let node = current {
        current = node.next
        node.next = previous
        previous = node
    }
    return previous
}

func work(_ values: [Int]) -> Int {
    var head: ListNode?
    for value in values { head = ListNode(value, next: head) }
    var list = reversed(head)
    head = nil
    var hash = 7
    while let node = list {
        hash = (hash &* 31) ^ node.value
        list = node.next
    }
    return hash
}
