// what: Binary search for the last value, as if the values were sorted.
// time: log n
// space: 1
// time-bound: log(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The interval halves in each step on every family, sorted or not.

func work(_ values: [Int]) -> Int {
    guard let wanted = values.last else { return -1 }
    var low = 0
    var high = values.count
    while low < high {
        let middle = low + (high - low) / 2
        if values[middle] < wanted {
            low = middle + 1
        } else {
            high = middle
        }
    }
    return low
}
