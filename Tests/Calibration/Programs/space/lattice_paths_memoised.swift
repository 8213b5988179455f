// what: The cheapest way through a square grid of costs, by recursion with a dictionary of known cells.
// time: n
// space: n
// time-bound: n
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: over
// why: Each of n cells is solved once and stays in the dictionary, where a row of sqrt(n) cells would do.

struct Paths {
    let cost: [Int]
    let side: Int
    var known: [Int: Int] = [:]

    mutating func cheapest(_ row: Int, _ column: Int) -> Int {
        let cell = row * side + column
        if let answer = known[cell] { return answer }
        var before = 0
        if row > 0 && column > 0 {
            before = min(cheapest(row - 1, column), cheapest(row, column - 1))
        } else if row > 0 {
            before = cheapest(row - 1, column)
        } else if column > 0 {
            before = cheapest(row, column - 1)
        }
        let answer = before + cost[cell] % 1_000
        known[cell] = answer
        return answer
    }
}

func work(_ values: [Int]) -> Int {
    let side = max(1, Int(Double(values.count).squareRoot()))
    var paths = Paths(cost: values, side: side)
    return paths.cheapest(side - 1, side - 1) ^ paths.known.count
}
