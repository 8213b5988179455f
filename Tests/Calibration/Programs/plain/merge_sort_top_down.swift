// what: Generic merge sort from the top down with one scratch array.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: log2(n) levels that each copy all n values; the copy and the scratch array hold 2 n.

func mergeSort<T: Comparable>(_ items: inout [T], _ scratch: inout [T], _ low: Int, _ high: Int) {
    if high - low < 2 { return }
    let middle = (low + high) / 2
    mergeSort(&items, &scratch, low, middle)
    mergeSort(&items, &scratch, middle, high)
    var left = low
    var right = middle
    for target in low..<high {
        if right == high || (left < middle && items[left] <= items[right]) {
            scratch[target] = items[left]
            left += 1
        } else {
            scratch[target] = items[right]
            right += 1
        }
    }
    for index in low..<high { items[index] = scratch[index] }
}

func work(_ values: [Int]) -> Int {
    var items = values
    var scratch = values
    mergeSort(&items, &scratch, 0, items.count)
    return items.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
