// what: The largest sum of a rectangle when the values are laid out as a square, with Kadane's scan for each pair of rows.
// time: n^1.5
// space: sqrt n
// time-bound: n
// space-bound: sqrt(n)
// time-verdict: over
// space-verdict: within
// why: A side has sqrt(n) cells: n/2 pairs of rows are each scanned along sqrt(n) columns; only one row of sums is kept.

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    guard side > 0 else { return 0 }
    let mean = values.reduce(0, +) / values.count
    var best = Int.min
    for top in 0..<side {
        var columns = [Int](repeating: 0, count: side)
        for bottom in top..<side {
            var running = 0
            for column in 0..<side {
                columns[column] += values[bottom * side + column] - mean
                running = max(running, 0) + columns[column]
                best = max(best, running)
            }
        }
    }
    return best
}
