// what: Stores every window of sqrt(n) values in a table of rows.
// time: n^1.5
// space: n^1.5
// time-bound: n^1.5
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: n windows of sqrt(n) values are held together.

func work(_ values: [Int]) -> Int {
    let width = max(1, Int(Double(values.count).squareRoot()))
    let windows = stride(from: 0, through: values.count - width, by: 1).map { start in
        values[start..<(start + width)].map { $0 & 0xFFFF }
    }
    return windows.reduce(0) { $0 &* 5 ^ $1[$0 & 3 % $1.count] &+ $1.reduce(0, &+) }
}
