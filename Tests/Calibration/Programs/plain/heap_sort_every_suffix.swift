// what: Takes the median of every suffix by a heap sort of its own.
// time: n^2 log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n heap sorts of n/2 values on average; only one copy lives at a time.

func heapSorted(_ slice: ArraySlice<Int>) -> [Int] {
    var heap = Array(slice)
    func sink(_ start: Int, _ end: Int) {
        var node = start
        while true {
            var child = node * 2 + 1
            guard child < end else { break }
            if child + 1 < end, heap[child + 1] > heap[child] { child += 1 }
            guard heap[child] > heap[node] else { break }
            heap.swapAt(child, node)
            node = child
        }
    }
    for start in (0..<(heap.count / 2)).reversed() { sink(start, heap.count) }
    for end in (1..<max(1, heap.count)).reversed() {
        heap.swapAt(0, end)
        sink(0, end)
    }
    return heap
}

func work(_ values: [Int]) -> Int {
    var digest = 0
    for start in values.indices {
        let sorted = heapSorted(values[start...])
        digest = (digest &* 31) ^ sorted[sorted.count / 2]
    }
    return digest
}
