// what: Binary search by recursion on halves that are copied into new arrays.
// time: n
// space: n
// time-bound: log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n/2 + n/4 + … values are copied, which is n in all, although there are only log2(n) calls.

func search(_ items: [Int], _ wanted: Int) -> Int {
    guard items.count > 1 else { return 0 }
    let middle = items.count / 2
    if items[middle - 1] < wanted {
        return middle + search(Array(items[middle...]), wanted)
    }
    return search(Array(items[..<middle]), wanted)
}

func work(_ values: [Int]) -> Int {
    guard let wanted = values.max() else { return -1 }
    return search(values, wanted)
}
