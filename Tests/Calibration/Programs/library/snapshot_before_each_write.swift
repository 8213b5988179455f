// what: Keeps the state before each write and compares it with the state after it.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The second reference makes each write copy the whole array of n values; two copies live at a time.

struct Board {
    var cells: [Int]
}

func work(_ values: [Int]) -> Int {
    var board = Board(cells: values)
    var changes = 0
    for index in values.indices {
        let before = board
        board.cells[index] = (values[index] &* 31) % 1_000_003
        let probe = board.cells[index] % values.count
        changes = changes &* 3 &+ (before.cells[probe] ^ board.cells[probe])
    }
    return changes
}
