// what: Longest common subsequence of the values' digits and their reverse, with two rows.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: All n^2 cells of the table are computed; only two rows of n + 1 cells are kept.

func longestCommonSubsequence<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
    var previous = [Int](repeating: 0, count: b.count + 1)
    for x in a {
        var current = [0]
        current.reserveCapacity(b.count + 1)
        for (j, y) in b.enumerated() {
            current.append(x == y ? previous[j] + 1 : max(previous[j + 1], current[j]))
        }
        previous = current
    }
    return previous[b.count]
}

func work(_ values: [Int]) -> Int {
    let digits = values.map { UInt8($0 / 7 % 10) }
    return longestCommonSubsequence(digits, digits.reversed())
}
