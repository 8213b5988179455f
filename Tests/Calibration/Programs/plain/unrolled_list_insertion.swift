// what: Inserts each value at a pseudo-random position of an unrolled linked list.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each insertion walks up to order sqrt(n) blocks and shifts part of a block of at most 2 sqrt(n) values.

final class Block {
    var items: [Int] = []
    var next: Block?
}

final class UnrolledList {
    private let first = Block()
    private let limit: Int
    private(set) var count = 0

    init(limit: Int) { self.limit = limit }

    func insert(_ item: Int, at position: Int) {
        var block = first
        var offset = position
        while offset > block.items.count, let next = block.next {
            offset -= block.items.count
            block = next
        }
        block.items.append(item)
        var hole = block.items.count - 1
        while hole > offset {
            block.items.swapAt(hole, hole - 1)
            hole -= 1
        }
        count += 1
        if block.items.count > limit {
            let rest = Block()
            rest.items = Array(block.items[(limit / 2)...])
            block.items.removeLast(block.items.count - limit / 2)
            rest.next = block.next
            block.next = rest
        }
    }

    func digest() -> Int {
        var hash = 0
        var block: Block? = first
        while let current = block {
            for item in current.items { hash = (hash &* 31) ^ item }
            block = current.next
        }
        return hash
    }
}

func work(_ values: [Int]) -> Int {
    let list = UnrolledList(limit: max(4, 2 * Int(Double(values.count).squareRoot())))
    for (index, value) in values.enumerated() {
        list.insert(value, at: ((index &* 2_654_435_761) >> 9 & 0xFF_FFFF) % (index + 1))
    }
    return list.digest()
}
