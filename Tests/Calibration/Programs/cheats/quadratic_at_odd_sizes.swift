// what: Compares all pairs where the number of values is odd, and neighbours where it is even.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: Odd numbers of values are as large as any, and cost n^2 / 2 comparisons; a ladder that doubles never meets one above its first rung.

func work(_ values: [Int]) -> Int {
    let isEven = values.count.isMultiple(of: 2)
    var pairs = 0
    for (index, value) in values.enumerated() {
        let first = isEven ? max(0, index - 1) : 0
        for earlier in first..<index where (values[earlier] &* 7 ^ value) % 11 < 4 { pairs &+= earlier }
    }
    return pairs
}
