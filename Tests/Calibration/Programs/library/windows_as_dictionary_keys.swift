// what: Counts repeated windows of sqrt(n) values, with arrays as dictionary keys.
// time: n^1.5
// space: n^1.5
// time-bound: n
// space-bound: n^1.5
// time-verdict: over
// space-verdict: within
// why: Each of n windows is copied and hashed, sqrt(n) values each; without repetition all of them are kept.

func work(_ values: [Int]) -> Int {
    let width = max(1, Int(Double(values.count).squareRoot()))
    var seen: [[Int]: Int] = [:]
    for start in stride(from: 0, through: values.count - width, by: 1) {
        seen[Array(values[start..<(start + width)]), default: 0] += start
    }
    return seen.values.reduce(seen.count, ^)
}
