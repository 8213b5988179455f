// what: Edit distance with the whole table, and a walk back through it.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: All (n + 1)^2 cells are kept for the walk back, where two rows were asked for.

struct Table {
    private var cells: [[Int]]

    init(_ rows: Int, _ columns: Int) {
        cells = (0..<rows).map { row in (0..<columns).map { row == 0 ? $0 : row } }
    }

    subscript(_ row: Int, _ column: Int) -> Int {
        get { cells[row][column] }
        set { cells[row][column] = newValue }
    }
}

func work(_ values: [Int]) -> Int {
    let n = values.count
    var table = Table(n + 1, n + 1)
    for i in stride(from: 1, through: n, by: 1) {
        for j in stride(from: 1, through: n, by: 1) {
            let change = values[i - 1] % 5 == values[n - j] % 5 ? 0 : 1
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + change)
        }
    }
    var (i, j, kept) = (n, n, 0)
    while i > 0 && j > 0 {
        if table[i, j] == table[i - 1, j - 1] { kept += 1 }
        i -= 1
        j -= 1
    }
    return table[n, n] * 1_000 + kept
}
