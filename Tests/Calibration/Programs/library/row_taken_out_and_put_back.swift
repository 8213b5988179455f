// what: Replaces the tiles of a square grid one by one through a copy of their row.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The grid still refers to the row while it is changed, so each of n updates copies a row of sqrt(n) references.

final class Tile {
    let colour: Int

    init(_ colour: Int) { self.colour = colour }
}

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    var grid = (0..<side).map { row in
        values[(row * side)..<((row + 1) * side)].map(Tile.init)
    }
    for row in 0..<side {
        for column in 0..<side {
            var line = grid[row]
            line[column] = Tile(line[column].colour &+ line[(column + 1) % side].colour)
            grid[row] = line
        }
    }
    return grid.reduce(1) { hash, line in line.reduce(hash) { ($0 &* 31) ^ $1.colour } }
}
