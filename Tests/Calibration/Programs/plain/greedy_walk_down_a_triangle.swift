// what: Reads the values as rows of a number triangle and walks from the top to the larger child in each row.
// time: sqrt n
// space: 1
// time-bound: log(n)
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: A triangle of n numbers has about sqrt(2n) rows, and the walk takes one step in each of them.

func work(_ values: [Int]) -> Int {
    var total = 0
    var row = 0
    var start = 0
    var column = 0
    while start + column < values.count {
        total = (total &* 3) &+ values[start + column]
        start += row + 1
        row += 1
        if start + column + 1 < values.count && values[start + column + 1] > values[start + column] { column += 1 }
    }
    return total ^ column
}
