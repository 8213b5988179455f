// Right, but too much memory in n: a table of all rows for each batch, n^2/b entries.
/// A stream of numbers that look random: a Lehmer generator. This part is right.
struct NumberStream {
    var state: Int

    /// The next number, from 0 up to `bound` - 1.
    mutating func next(below bound: Int) -> Int {
        state = state * 48271 % 2_147_483_647
        return state % bound
    }
}

func loadBatches(rows: Int, batchSize: Int, epochs: Int, seed: Int, keepsLast: Bool) -> [[[Int]]] {
    var stream = NumberStream(state: seed)
    var result: [[[Int]]] = []
    for _ in 0..<epochs {
        // All rows in a random order (Fisher and Yates).
        var order = Array(0..<rows)
        for i in stride(from: rows - 1, to: 0, by: -1) {
            order.swapAt(i, stream.next(below: i + 1))
        }

        // Which rows are in which batch, as a table.
        let count = keepsLast ? (rows + batchSize - 1) / batchSize : rows / batchSize
        var isMember = [[Bool]](repeating: [Bool](repeating: false, count: rows), count: count)
        for place in 0..<min(rows, count * batchSize) { isMember[place / batchSize][place] = true }
        result.append(
            isMember.enumerated().map { batch, places in
                (batch * batchSize..<min(rows, (batch + 1) * batchSize)).filter { places[$0] }.map { order[$0] }
            })
    }
    return result
}
