// what: Updates and prefix sums on a two-dimensional Fenwick tree over a square grid.
// time: n log^2 n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each of n updates and n queries walks log(sqrt n) rows and in each of them log(sqrt n) columns.

struct GridFenwick {
    let side: Int
    var cells: [Int]

    init(side: Int) {
        self.side = side
        cells = Array(repeating: 0, count: (side + 1) * (side + 1))
    }

    mutating func add(_ amount: Int, row: Int, column: Int) {
        var r = row + 1
        while r <= side {
            var c = column + 1
            while c <= side {
                cells[r * (side + 1) + c] &+= amount
                c += c & -c
            }
            r += r & -r
        }
    }

    func sum(rows: Int, columns: Int) -> Int {
        var total = 0
        var r = rows
        while r > 0 {
            var c = columns
            while c > 0 {
                total &+= cells[r * (side + 1) + c]
                c -= c & -c
            }
            r -= r & -r
        }
        return total
    }
}

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    guard side > 0 else { return 0 }
    var tree = GridFenwick(side: side)
    var answer = 0
    for row in 0..<side {
        for column in 0..<side {
            tree.add(values[row * side + column], row: row, column: column)
            answer ^= tree.sum(rows: side - row, columns: side - column)
        }
    }
    return answer
}
