// what: Edit distance between the values' parities and their reverse, with two rows that are swapped.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The time is that of the full table, but only two rows of it exist.

func work(_ values: [Int]) -> Int {
    let source = values.map { $0 % 3 }
    let target = Array(source.reversed())
    var above = Array(0...target.count)
    var row = above
    for (i, x) in source.enumerated() {
        row[0] = i + 1
        for (j, y) in target.enumerated() {
            row[j + 1] = min(min(above[j + 1], row[j]) + 1, above[j] + (x == y ? 0 : 1))
        }
        swap(&above, &row)
    }
    return above[target.count]
}
