// what: The best price of a rod of length n, trying every first cut by recursion without a table.
// time: 2^n
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: A rod of length n leads to one call for each way to cut it, of which there are 2^n; the calls nest n deep.

func best(_ prices: [Int], _ length: Int) -> Int {
    var most = 0
    for cut in stride(from: 1, through: length, by: 1) {
        most = max(most, prices[cut - 1] + best(prices, length - cut))
    }
    return most
}

func work(_ values: [Int]) -> Int {
    best(values, values.count)
}
