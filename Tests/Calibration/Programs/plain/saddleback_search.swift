// what: Staircase search in a square grid from its top right corner.
// time: sqrt n
// space: 1
// time-bound: log(n)
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: Each step leaves a row or a column, sqrt(n) of each; on sorted values the walk goes down every row.

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    guard side > 0 else { return -1 }
    let wanted = values[side * side - 1]
    var row = 0
    var column = side - 1
    var steps = 0
    while row < side && column >= 0 {
        let cell = values[row * side + column]
        steps += 1
        if cell == wanted { break }
        if cell < wanted {
            row += 1
        } else {
            column -= 1
        }
    }
    return steps * 31 + row + column
}
