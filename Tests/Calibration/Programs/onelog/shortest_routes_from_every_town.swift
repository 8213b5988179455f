// what: Sums the shortest routes between all towns of a sparse road map, with one Dijkstra search per town.
// time: n^2 log n
// space: n
// time-bound: n^2
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: n searches that each pop order n entries from a heap in log n; the memory of one search is given back before the next.

struct Queue {
    private var entries: [(distance: Int, town: Int)] = []

    mutating func push(_ entry: (distance: Int, town: Int)) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 && entries[child].distance < entries[(child - 1) / 2].distance {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> (distance: Int, town: Int)? {
        guard let top = entries.first else { return nil }
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        var parent = 0
        while 2 * parent + 1 < entries.count {
            var child = 2 * parent + 1
            if child + 1 < entries.count && entries[child + 1].distance < entries[child].distance { child += 1 }
            if entries[parent].distance <= entries[child].distance { break }
            entries.swapAt(parent, child)
            parent = child
        }
        return top
    }
}

func search(_ values: [Int], from source: Int) -> Int {
    var distance = [Int](repeating: Int.max, count: values.count)
    var queue = Queue()
    distance[source] = 0
    queue.push((0, source))
    while let (near, town) = queue.pop() {
        if near > distance[town] { continue }
        for road in 1...3 {
            let target = (town &* (2 * road + 1) &+ road) % values.count
            let length = (values[town] &+ town &* road &* 7919) % 1009 + 1
            if near + length >= distance[target] { continue }
            distance[target] = near + length
            queue.push((near + length, target))
        }
    }
    return distance.reduce(0, &+)
}

func work(_ values: [Int]) -> Int {
    values.indices.reduce(0) { $0 &+ search(values, from: $1) }
}
