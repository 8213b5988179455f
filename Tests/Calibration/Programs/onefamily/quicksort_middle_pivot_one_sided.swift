// what: Quicksort with a middle pivot that puts everything not smaller on one side.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Sorted values split in halves, but equal values all go to one side, so n rounds scan n/2 values.

extension MutableCollection where Self: RandomAccessCollection, Element: Comparable, Index == Int {
    mutating func sortInPlace(_ range: Range<Int>) {
        guard range.count > 1 else { return }
        swapAt(range.lowerBound + range.count / 2, range.upperBound - 1)
        let pivot = self[range.upperBound - 1]
        var store = range.lowerBound
        for index in range.dropLast() where self[index] < pivot {
            swapAt(store, index)
            store += 1
        }
        swapAt(store, range.upperBound - 1)
        sortInPlace(range.lowerBound..<store)
        sortInPlace((store + 1)..<range.upperBound)
    }
}

func work(_ values: [Int]) -> Int {
    var items = values
    items.sortInPlace(0..<items.count)
    return items.reduce(9) { ($0 &* 31) ^ $1 }
}
