// what: Batcher's odd-even merge sort, recursively, on a padded copy.
// time: n log^2 n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Merging n cells compares order n log n pairs, and that happens on log2(n) levels; the padded copy is below 2
//   n.

struct Network {
    var cells: [Int]

    mutating func compare(_ a: Int, _ b: Int) {
        if cells[a] > cells[b] { cells.swapAt(a, b) }
    }

    mutating func merge(_ low: Int, _ count: Int, _ step: Int) {
        let next = step * 2
        if next < count {
            merge(low, count, next)
            merge(low + step, count, next)
            for index in stride(from: low + step, to: low + count - step, by: next) {
                compare(index, index + step)
            }
        } else {
            compare(low, low + step)
        }
    }

    mutating func sort(_ low: Int, _ count: Int) {
        guard count > 1 else { return }
        sort(low, count / 2)
        sort(low + count / 2, count / 2)
        merge(low, count, 1)
    }
}

func work(_ values: [Int]) -> Int {
    var size = 1
    while size < values.count { size *= 2 }
    var network = Network(cells: values + Array(repeating: Int.max, count: size - values.count))
    network.sort(0, size)
    return network.cells.prefix(values.count).reduce(11) { ($0 &* 131) ^ $1 }
}
