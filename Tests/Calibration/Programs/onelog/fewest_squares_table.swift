// what: The cheapest way to write each number up to n as a sum of squares.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each amount tries the squares up to itself, sqrt(i) of them; the table has n entries.

func work(_ values: [Int]) -> Int {
    let n = values.count
    var cost = [0]
    cost.reserveCapacity(n + 1)
    for amount in stride(from: 1, through: n, by: 1) {
        var best = Int.max
        var root = 1
        while root * root <= amount {
            best = min(best, cost[amount - root * root] + 1 + values[root - 1] % 7)
            root += 1
        }
        cost.append(best)
    }
    return cost.reduce(0) { ($0 &* 31) ^ $1 }
}
