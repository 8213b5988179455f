// what: Sorts a copy of the values with a heap in which each node has four children.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each of n removals sinks a value through up to log4(n) levels, where a linear distribution was asked for; the copy takes n.

func sink(_ heap: inout [Int], from start: Int, count: Int) {
    let item = heap[start]
    var parent = start
    while 4 * parent + 1 < count {
        var largest = 4 * parent + 1
        for child in (4 * parent + 1)..<min(4 * parent + 5, count) where heap[child] > heap[largest] {
            largest = child
        }
        if heap[largest] <= item { break }
        heap[parent] = heap[largest]
        parent = largest
    }
    heap[parent] = item
}

func work(_ values: [Int]) -> Int {
    var heap = values
    for parent in (0..<(heap.count + 2) / 4).reversed() { sink(&heap, from: parent, count: heap.count) }
    for last in stride(from: heap.count - 1, to: 0, by: -1) {
        heap.swapAt(0, last)
        sink(&heap, from: 0, count: last)
    }
    return heap.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
