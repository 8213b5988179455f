// what: Removes every third member of a circular linked list until one is left.
// time: n
// space: n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: over
// why: Three steps per removal and n removals; the circle has n nodes at the beginning.

final class Member {
    let value: Int
    var next: Member?

    init(_ value: Int) { self.value = value }
}

func work(_ values: [Int]) -> Int {
    guard let first = values.first else { return 0 }
    let head = Member(first)
    var current = head
    for value in values.dropFirst() {
        let member = Member(value)
        current.next = member
        current = member
    }
    current.next = head
    var order = 0
    for _ in 1..<max(2, values.count) {
        current = current.next!.next!
        let removed = current.next!
        order = (order &* 29) ^ removed.value
        current.next = removed.next
    }
    let survivor = current.value
    current.next = nil
    return order &+ survivor
}
