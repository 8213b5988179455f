// what: Cheapest order of a chain of matrix products, by interval dynamic programming.
// time: n^3
// space: n^2
// time-bound: n^2
// space-bound: n^2
// time-verdict: over
// space-verdict: within
// why: Each of n^2 / 2 intervals tries all its splits; the table has n^2 cells.

func cheapestOrder(_ sizes: [Int]) -> Int {
    let count = sizes.count - 1
    guard count > 0 else { return 0 }
    var cost = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for length in 1..<max(2, count) {
        for first in 0..<max(0, count - length) {
            let last = first + length
            cost[first][last] = (first..<last).reduce(Int.max) { best, split in
                let product = sizes[first] * sizes[split + 1] * sizes[last + 1]
                return min(best, cost[first][split] + cost[split + 1][last] + product)
            }
        }
    }
    return cost[0][count - 1]
}

func work(_ values: [Int]) -> Int {
    cheapestOrder(values.map { $0 % 97 + 3 })
}
