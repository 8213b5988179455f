// what: Sums the columns of the values laid out as a square by writing out the transposed square first.
// time: n
// space: n
// time-bound: n
// space-bound: sqrt(n)
// strict: true
// time-verdict: within
// space-verdict: over
// why: Each cell is moved and added once; the transposed square takes n words where the sqrt(n) sums would have done.

func transposed(_ cells: [Int], side: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(side * side)
    for column in 0..<side {
        for row in 0..<side {
            result.append(cells[row * side + column])
        }
    }
    return result
}

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    let columns = transposed(values, side: side)
    var digest = 1
    for column in 0..<side {
        let sum = columns[(column * side)..<((column + 1) * side)].reduce(0, +)
        digest = (digest &* 31) ^ sum ^ columns[columns.count - 1 - column]
    }
    return digest
}
