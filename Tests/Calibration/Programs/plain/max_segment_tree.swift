// what: n range maximum queries on an iterative segment tree.
// time: n log n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each query climbs the log2(n) levels of a tree of 2 n cells.

struct SegmentTree {
    private var cells: [Int]
    private let size: Int

    init(_ values: [Int]) {
        size = values.count
        cells = Array(repeating: Int.min, count: size) + values
        for index in stride(from: size - 1, to: 0, by: -1) {
            cells[index] = max(cells[2 * index], cells[2 * index + 1])
        }
    }

    func maximum(_ range: Range<Int>) -> Int {
        var low = range.lowerBound + size
        var high = range.upperBound + size
        var best = Int.min
        while low < high {
            if low & 1 == 1 {
                best = max(best, cells[low])
                low += 1
            }
            if high & 1 == 1 {
                high -= 1
                best = max(best, cells[high])
            }
            low /= 2
            high /= 2
        }
        return best
    }
}

func work(_ values: [Int]) -> Int {
    let tree = SegmentTree(values)
    var total = 0
    for (index, value) in values.enumerated() {
        let other = value % values.count
        let range = min(index, other)..<(max(index, other) + 1)
        total = total &+ tree.maximum(range)
        total = total &+ tree.maximum((index / 2)..<values.count)
    }
    return total
}
