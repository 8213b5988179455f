/// Flattened data and a heap of the `k` best so far, its worst on top: time q*n*(d + log(k)), space n*d + k.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let width = points[0].count
    var flat: [Double] = []
    flat.reserveCapacity(points.count * width)
    for point in points { flat += point }

    var heap = WorstFirstHeap(capacity: k)
    var votes: [Int] = []
    votes.reserveCapacity(k)
    return queries.map { query in
        heap.removeAll()
        query.withUnsafeBufferPointer { query in
            flat.withUnsafeBufferPointer { flat in
                for index in 0..<points.count {
                    heap.offer(squaredDistance(flat.baseAddress! + index * width, query), index)
                }
            }
        }
        votes.removeAll(keepingCapacity: true)
        for entry in heap.entries { votes.append(labels[entry.index]) }
        votes.sort()
        return longestRun(votes)
    }
}

/// Four running sums: a processor adds them side by side, where one sum would wait for each addition.
private func squaredDistance(_ a: UnsafePointer<Double>, _ b: UnsafeBufferPointer<Double>) -> Double {
    var sums = SIMD4<Double>.zero
    var column = 0
    while column + 4 <= b.count {
        let left = SIMD4(a[column], a[column + 1], a[column + 2], a[column + 3])
        let right = SIMD4(b[column], b[column + 1], b[column + 2], b[column + 3])
        sums += (left - right) * (left - right)
        column += 4
    }
    var rest = 0.0
    while column < b.count {
        rest += (a[column] - b[column]) * (a[column] - b[column])
        column += 1
    }
    return sums.sum() + rest
}

/// The label of the longest run of a sorted list, the first of equally long ones.
private func longestRun(_ sorted: [Int]) -> Int {
    var best = (label: 0, length: 0)
    var start = 0
    while start < sorted.count {
        var end = start
        while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
        if end - start > best.length { best = (sorted[start], end - start) }
        start = end
    }
    return best.label
}

/// The `capacity` smallest of the entries offered, the largest on top; of equal distances the later index is larger.
private struct WorstFirstHeap {
    private(set) var entries: [(distance: Double, index: Int)] = []
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        entries.reserveCapacity(capacity)
    }

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func offer(_ distance: Double, _ index: Int) {
        if entries.count < capacity {
            entries.append((distance, index))
            siftUp(entries.count - 1)
        } else if isWorse(entries[0], than: (distance, index)) {
            entries[0] = (distance, index)
            siftDown(0)
        }
    }

    private func isWorse(_ a: (distance: Double, index: Int), than b: (distance: Double, index: Int)) -> Bool {
        a.distance != b.distance ? a.distance > b.distance : a.index > b.index
    }

    /// Moves a hole up instead of swapping: half the writes.
    private mutating func siftUp(_ start: Int) {
        let entry = entries[start]
        var hole = start
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard isWorse(entry, than: entries[parent]) else { break }
            entries[hole] = entries[parent]
            hole = parent
        }
        entries[hole] = entry
    }

    private mutating func siftDown(_ start: Int) {
        let entry = entries[start]
        var hole = start
        while 2 * hole + 1 < entries.count {
            var child = 2 * hole + 1
            if child + 1 < entries.count, isWorse(entries[child + 1], than: entries[child]) { child += 1 }
            guard isWorse(entries[child], than: entry) else { break }
            entries[hole] = entries[child]
            hole = child
        }
        entries[hole] = entry
    }
}
