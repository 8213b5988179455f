// A rewrite: a heap of the k best so far, the worst of them on top.
func nearestIDs(points: [[Int]], ids: [Int], queries: [[Int]], k: Int) -> [[Int]] {
    queries.map { query in
        var heap: [(Int, Int)] = []
        let size = min(k, points.count)
        if size == 0 { return [] }
        func sinkRoot() {
            var parent = 0
            while true {
                var worst = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[worst] < heap[child] {
                    worst = child
                }
                if worst == parent { return }
                heap.swapAt(worst, parent)
                parent = worst
            }
        }
        for (point, id) in zip(points, ids) {
            let distance = zip(point, query).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            if heap.count < size {
                heap.append((distance, id))
                var child = heap.count - 1
                while child > 0, heap[(child - 1) / 2] < heap[child] {
                    heap.swapAt((child - 1) / 2, child)
                    child = (child - 1) / 2
                }
            } else if (distance, id) < heap[0] {
                heap[0] = (distance, id)
                sinkRoot()
            }
        }
        return heap.sorted { $0 < $1 }.map(\.1)
    }
}
