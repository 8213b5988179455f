// what: Selection sort of a copy of the values.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Each of n positions scans the rest for its minimum, sorted or not.

func work(_ values: [Int]) -> Int {
    var items = values
    for start in items.indices {
        var smallest = start
        for index in (start + 1)..<max(start + 1, items.count) where items[index] < items[smallest] {
            smallest = index
        }
        items.swapAt(start, smallest)
    }
    return items.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
