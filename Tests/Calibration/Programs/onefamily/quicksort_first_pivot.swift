// what: Quicksort that takes the first element as its pivot.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: On sorted values every partition leaves one side empty, so n rounds scan n/2 values; a copy and the stack take
//   n.

func quicksort(_ items: inout [Int], _ low: Int, _ high: Int) {
    guard low < high else { return }
    let pivot = items[low]
    var boundary = low
    for index in (low + 1)...high where items[index] < pivot {
        boundary += 1
        items.swapAt(boundary, index)
    }
    items.swapAt(low, boundary)
    quicksort(&items, low, boundary - 1)
    quicksort(&items, boundary + 1, high)
}

func work(_ values: [Int]) -> Int {
    var items = values
    quicksort(&items, 0, items.count - 1)
    return items.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
