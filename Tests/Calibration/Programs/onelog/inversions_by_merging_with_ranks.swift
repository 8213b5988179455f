// what: Counts inversions while merge sorting, where every value finds its new place by bisecting the other half.
// time: n log^2 n
// space: n
// time-bound: n * log(n)
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: On each of log2(n) levels n values bisect the other half in log n, where one merging pass was asked for.

func rank(_ items: [Int], _ start: Int, _ end: Int, isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (start, end)
    while low < high {
        let middle = (low + high) / 2
        if isBefore(items[middle]) {
            low = middle + 1
        } else {
            high = middle
        }
    }
    return low - start
}

func inversions(_ items: inout [Int], _ scratch: inout [Int], _ low: Int, _ high: Int) -> Int {
    guard high - low > 1 else { return 0 }
    let middle = (low + high) / 2
    var total = inversions(&items, &scratch, low, middle) + inversions(&items, &scratch, middle, high)
    for left in low..<middle {
        let item = items[left]
        let smaller = rank(items, middle, high) { $0 < item }
        scratch[left + smaller] = item
        total += smaller
    }
    for right in middle..<high {
        let item = items[right]
        scratch[right - middle + low + rank(items, low, middle) { $0 <= item }] = item
    }
    for slot in low..<high {
        items[slot] = scratch[slot]
    }
    return total
}

func work(_ values: [Int]) -> Int {
    var items = values
    var scratch = values
    return inversions(&items, &scratch, 0, items.count)
}
