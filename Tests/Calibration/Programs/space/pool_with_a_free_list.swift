// what: A window of the last 48 values as a linked list whose nodes come from a pool that takes them back.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: A node returns to the free list when its value leaves the window, so the pool never has more than 49 nodes.

struct Pool {
    private(set) var items: [(value: Int, next: Int)] = []
    private var free = -1

    mutating func take(_ value: Int) -> Int {
        if free < 0 {
            items.append((value, -1))
            return items.count - 1
        }
        let node = free
        free = items[node].next
        items[node] = (value, -1)
        return node
    }

    mutating func link(_ node: Int, to next: Int) { items[node].next = next }

    mutating func give(back node: Int) -> (value: Int, next: Int) {
        let item = items[node]
        items[node].next = free
        free = node
        return item
    }
}

func work(_ values: [Int]) -> Int {
    var pool = Pool()
    var head = -1
    var tail = -1
    var length = 0
    var digest = 0
    for value in values {
        let node = pool.take(value)
        if tail < 0 { head = node } else { pool.link(tail, to: node) }
        tail = node
        length += 1
        if length > 48 {
            let oldest = pool.give(back: head)
            head = oldest.next
            length -= 1
            digest = (digest &* 3) ^ (oldest.value &- value)
        }
    }
    return digest &+ pool.items.count
}
