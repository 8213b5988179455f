// what: Fills the open cells of a square grid from its corner, one call per cell.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Each cell is entered once; with few or no walls the fill winds through a large part of the n cells, with a frame for each.

struct Grid {
    let side: Int
    let wall: [Bool]
    var filled: [Bool]
    var hash = 0

    mutating func fill(_ row: Int, _ column: Int, depth: Int) -> Int {
        guard row >= 0, row < side, column >= 0, column < side else { return 0 }
        let cell = row * side + column
        if filled[cell] || (wall[cell] && cell > 0) { return 0 }
        filled[cell] = true
        hash = (hash &* 3) ^ (cell &+ depth)
        let right = fill(row, column + 1, depth: depth + 1)
        let down = fill(row + 1, column, depth: depth + 1)
        let left = fill(row, column - 1, depth: depth + 1)
        let up = fill(row - 1, column, depth: depth + 1)
        return 1 + max(right, down, left, up)
    }
}

func work(_ values: [Int]) -> Int {
    let side = max(1, Int(Double(values.count).squareRoot()))
    let wall = values.prefix(side * side).map { ($0 ^ ($0 >> 6)) & 15 == 15 }
    var grid = Grid(side: side, wall: wall, filled: wall.map { _ in false })
    return grid.fill(0, 0, depth: 0) &* 31 ^ grid.hash
}
