// what: Sums the medians of all prefixes, kept between a heap of the smaller and a heap of the greater half.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: over
// why: Every value is pushed through both heaps, and each pop sinks through up to log2(n) levels; the heaps hold all values.

struct MinHeap {
    private(set) var items: [Int] = []

    mutating func push(_ item: Int) {
        items.append(item)
        var child = items.count - 1
        while child > 0 && items[child] < items[(child - 1) / 2] {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Int {
        let least = items[0]
        let last = items.removeLast()
        guard !items.isEmpty else { return least }
        items[0] = last
        var parent = 0
        while 2 * parent + 1 < items.count {
            var child = 2 * parent + 1
            if child + 1 < items.count && items[child + 1] < items[child] { child += 1 }
            if items[parent] <= items[child] { break }
            items.swapAt(parent, child)
            parent = child
        }
        return least
    }
}

func work(_ values: [Int]) -> Int {
    var lower = MinHeap()
    var upper = MinHeap()
    var sum = 0
    for value in values {
        lower.push(-value)
        upper.push(-lower.pop())
        if upper.items.count > lower.items.count { lower.push(-upper.pop()) }
        sum = sum &+ -lower.items[0]
    }
    return sum
}
