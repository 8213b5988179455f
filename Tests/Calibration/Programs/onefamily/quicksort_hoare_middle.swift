// what: Quicksort by Hoare's partition around the middle element.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Both pointers stop at equal values, so that equal values split in halves, and so do sorted and reversed ones.

func hoareSort<T: Comparable>(_ items: inout [T], _ low: Int, _ high: Int) {
    guard low < high else { return }
    let pivot = items[low + (high - low) / 2]
    var i = low - 1
    var j = high + 1
    while true {
        repeat { i += 1 } while items[i] < pivot
        repeat { j -= 1 } while items[j] > pivot
        if i >= j { break }
        items.swapAt(i, j)
    }
    hoareSort(&items, low, j)
    hoareSort(&items, j + 1, high)
}

func work(_ values: [Int]) -> Int {
    var items = values
    hoareSort(&items, 0, items.count - 1)
    return items.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
