// what: Best lead of the first player who takes coins from either end of a row.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n^2
// time-verdict: within
// space-verdict: within
// why: One cell for each interval of the row, each in constant time, all kept in a full table.

func work(_ values: [Int]) -> Int {
    let n = values.count
    guard n > 0 else { return 0 }
    var lead = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
    for i in 0..<n { lead[i][i] = values[i] }
    for length in stride(from: 2, through: n, by: 1) {
        for i in 0...(n - length) {
            let j = i + length - 1
            lead[i][j] = max(values[i] - lead[i + 1][j], values[j] - lead[i][j - 1])
        }
    }
    return lead[0][n - 1]
}
