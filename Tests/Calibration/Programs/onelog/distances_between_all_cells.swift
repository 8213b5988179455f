// what: Weighted distances between all pairs of cells of a square grid, without regard to rows.
// time: n^2
// space: 1
// time-bound: n^1.5
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: n cells make n^2 / 2 pairs; rows and columns apart would need n sqrt(n).

struct Cell {
    let row: Int
    let column: Int

    init(_ index: Int, side: Int) {
        row = index / side
        column = index % side
    }

    func distance(to other: Cell) -> Int { abs(row - other.row) + abs(column - other.column) }
}

func work(_ values: [Int]) -> Int {
    let side = max(1, Int(Double(values.count).squareRoot()))
    var sum = 0
    for a in values.indices {
        let cell = Cell(a, side: side)
        for b in 0..<a {
            sum = sum &+ cell.distance(to: Cell(b, side: side)) &* (values[a] ^ values[b])
        }
    }
    return sum
}
