// Deals the rows out one by one, like cards, instead of in blocks.
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

        // Row after row to the next batch.
        let count = keepsLast ? (rows + batchSize - 1) / batchSize : rows / batchSize
        var batches = [[Int]](repeating: [], count: count)
        for i in 0..<min(rows, count * batchSize) {
            batches[i % count].append(order[i])
        }
        result.append(batches)
    }
    return result
}
