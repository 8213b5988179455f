// what: Folds the rows of a square grid from the last to the first by recursion.
// time: n
// space: sqrt n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: over
// why: The recursion has a frame for each of sqrt(n) rows, because the fold comes after the call.

func rowHash(_ values: [Int], row: Int, side: Int) -> Int {
    guard row < side else { return 5 }
    let below = rowHash(values, row: row + 1, side: side)
    var hash = below
    for column in 0..<side { hash = (hash &* 31) ^ values[row * side + column] }
    return hash ^ (below >> 3)
}

func work(_ values: [Int]) -> Int {
    rowHash(values, row: 0, side: Int(Double(values.count).squareRoot()))
}
