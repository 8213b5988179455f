// what: Three-way partition around the middle value in a copy, by swaps.
// time: n
// space: n
// time-bound: log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: One pass of swaps over a copy of the values, where logarithmic work was asked for.

func partitionInThree(_ items: inout [Int], around pivot: Int) -> (Int, Int) {
    var low = 0
    var next = 0
    var high = items.count
    while next < high {
        if items[next] < pivot {
            items.swapAt(low, next)
            low += 1
            next += 1
        } else if items[next] > pivot {
            high -= 1
            items.swapAt(next, high)
        } else {
            next += 1
        }
    }
    return (low, high)
}

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    var items = values
    let (low, high) = partitionInThree(&items, around: values[values.count / 2])
    return low * 1_000_003 + high + items[0] % 97
}
