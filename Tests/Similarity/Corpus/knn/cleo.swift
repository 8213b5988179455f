/// The nearest points so far, the worst of them on top.
struct MaxHeap {
    private var items: [(Double, Int)] = []
    let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    private func above(_ a: Int, _ b: Int) -> Bool {
        items[a].0 != items[b].0 ? items[a].0 > items[b].0 : items[a].1 > items[b].1
    }

    mutating func offer(_ d: Double, _ i: Int) {
        if items.count < capacity {
            items.append((d, i))
            var child = items.count - 1
            while child > 0 {
                let parent = (child - 1) / 2
                if !above(child, parent) { break }
                items.swapAt(child, parent)
                child = parent
            }
        } else if d < items[0].0 {
            items[0] = (d, i)
            var parent = 0
            while true {
                let left = 2 * parent + 1
                let right = left + 1
                var top = parent
                if left < items.count, above(left, top) { top = left }
                if right < items.count, above(right, top) { top = right }
                if top == parent { return }
                items.swapAt(parent, top)
                parent = top
            }
        }
    }

    var indices: [Int] { items.map { $0.1 } }
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let classes = Array(Set(labels)).sorted()
    var position: [Int: Int] = [:]
    for (i, c) in classes.enumerated() { position[c] = i }
    var output = [Int]()
    output.reserveCapacity(queries.count)
    for q in queries {
        var heap = MaxHeap(capacity: k)
        for i in points.indices {
            var d = 0.0
            for j in q.indices {
                let diff = points[i][j] - q[j]
                d += diff * diff
            }
            heap.offer(d, i)
        }
        var votes = Array(repeating: 0, count: classes.count)
        heap.indices.forEach { votes[position[labels[$0]]!] += 1 }
        let most = votes.max()!
        output.append(classes[votes.firstIndex(of: most)!])
    }
    return output
}
