// what: Heap sort of a copy of the values.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: n extractions that each sift a value down log2(n) levels; one copy of the values is held.

extension Array where Element: Comparable {
    mutating func siftDown(from start: Int, to end: Int) {
        var root = start
        while 2 * root + 1 < end {
            var child = 2 * root + 1
            if child + 1 < end && self[child] < self[child + 1] { child += 1 }
            if self[root] >= self[child] { return }
            swapAt(root, child)
            root = child
        }
    }

    mutating func heapSort() {
        for start in stride(from: count / 2 - 1, through: 0, by: -1) { siftDown(from: start, to: count) }
        for end in stride(from: count - 1, to: 0, by: -1) {
            swapAt(0, end)
            siftDown(from: 0, to: end)
        }
    }
}

func work(_ values: [Int]) -> Int {
    var items = values
    items.heapSort()
    var hash = 1
    for item in items { hash = hash &* 131 &+ item }
    return hash
}
