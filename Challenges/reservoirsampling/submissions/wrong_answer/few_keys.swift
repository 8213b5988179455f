// Mistake: random keys of 0 to 9 only: where they are equal the earlier item stays.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var heap = KeyHeap()
    while let item = next() {
        let key = random(10)
        if heap.entries.count < k {
            heap.push((key, item))
        } else if k > 0, key < heap.entries[0].key {
            heap.replaceTop((key, item))
        }
    }
    return heap.entries.map { $0.item }
}

private struct KeyHeap {
    private(set) var entries: [(key: Int, item: Int)] = []

    mutating func push(_ entry: (key: Int, item: Int)) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0, entries[child].key > entries[(child - 1) / 2].key {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func replaceTop(_ entry: (key: Int, item: Int)) {
        entries[0] = entry
        var parent = 0
        while 2 * parent + 1 < entries.count {
            var child = 2 * parent + 1
            if child + 1 < entries.count, entries[child + 1].key > entries[child].key { child += 1 }
            if entries[child].key <= entries[parent].key { return }
            entries.swapAt(child, parent)
            parent = child
        }
    }
}
