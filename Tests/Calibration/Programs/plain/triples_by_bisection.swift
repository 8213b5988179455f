// what: Counts pairs and the values below their sum by bisection in the sorted values.
// time: n^2 log n
// space: n
// time-bound: n^2 * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Each of n^2 / 2 pairs takes a binary search of log2(n) steps; a sorted copy is held.

func rank(of wanted: Int, in sorted: [Int]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
        let middle = (low + high) >> 1
        if sorted[middle] < wanted {
            low = middle + 1
        } else {
            high = middle
        }
    }
    return low
}

func work(_ values: [Int]) -> Int {
    let sorted = values.sorted()
    var total = 0
    for i in sorted.indices {
        for j in sorted.indices.dropFirst(i + 1) {
            total += rank(of: (sorted[i] + sorted[j]) / 2, in: sorted)
        }
    }
    return total
}
