// what: Reads the values as a square grid and combines its diagonal.
// time: sqrt n
// space: 1
// time-bound: sqrt(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The grid has sqrt(n) rows and the loop takes one cell of each.

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    return (0..<side).reduce(17) { hash, row in
        (hash &* 33) ^ values[row * side + row]
    }
}
