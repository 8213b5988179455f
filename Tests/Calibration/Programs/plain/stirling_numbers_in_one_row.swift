// what: Stirling numbers of the second kind for n, updated in one row and weighted with the values.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The m-th update runs over m entries, which sum to n^2/2; only one row of n + 1 entries is kept.

func work(_ values: [Int]) -> Int {
    let modulus = 1_000_000_007
    var row = [Int](repeating: 0, count: values.count + 1)
    row[0] = 1
    for size in stride(from: 1, through: values.count, by: 1) {
        for blocks in (1...size).reversed() {
            row[blocks] = (row[blocks] * blocks + row[blocks - 1]) % modulus
        }
        row[0] = 0
    }
    return zip(row.dropFirst(), values).reduce(0) { $0 &+ $1.0 &* $1.1 }
}
