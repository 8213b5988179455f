// what: The hash of a square grid's diagonal, by visiting every cell and asking whether it is on it.
// time: n
// space: 1
// time-bound: sqrt(n)
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: All n cells are visited, although only sqrt(n) of them matter.

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    var hash = 0
    for (index, value) in values.enumerated() where side > 0 {
        let (row, column) = index.quotientAndRemainder(dividingBy: side)
        if row == column { hash = (hash &* 31) ^ value }
    }
    return hash
}
