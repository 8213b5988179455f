// Mistake: the heap of the k best compares distances only, so of equally far points on its top any may be evicted.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        // A binary heap, the largest distance on top.
        var heap: [(distance: Double, label: Int)] = []
        for (point, label) in zip(points, labels) {
            let distance = squaredDistance(point, query)
            if heap.count < k {
                heap.append((distance, label))
                var child = heap.count - 1
                while child > 0, heap[(child - 1) / 2].distance < heap[child].distance {
                    heap.swapAt((child - 1) / 2, child)
                    child = (child - 1) / 2
                }
            } else if distance < heap[0].distance {
                heap[0] = (distance, label)
                var parent = 0
                while true {
                    var largest = parent
                    for child in [2 * parent + 1, 2 * parent + 2].lazy where child < k {
                        if heap[child].distance > heap[largest].distance { largest = child }
                    }
                    if largest == parent { break }
                    heap.swapAt(parent, largest)
                    parent = largest
                }
            }
        }
        return vote(heap.map { $0.label })
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

/// The most frequent label, the smallest when tied.
private func vote(_ labels: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
}
