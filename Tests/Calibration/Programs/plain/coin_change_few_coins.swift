// what: Ways to pay n with about sqrt(n) coins, by dynamic programming.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each of sqrt(n) coins passes over the n amounts; its size is below sqrt(n), so the passes are of full length.

func waysToPay(_ amount: Int, with coins: [Int]) -> Int {
    var ways = Array(repeating: 0, count: amount + 1)
    ways[0] = 1
    for coin in coins where coin <= amount {
        for sum in coin...amount {
            ways[sum] = (ways[sum] + ways[sum - coin]) % 1_000_000_007
        }
    }
    return ways[amount]
}

func work(_ values: [Int]) -> Int {
    let root = Int(Double(values.count).squareRoot())
    let coins = values.prefix(root).map { 1 + $0 % max(1, root) }
    return waysToPay(values.count, with: coins)
}
