// Each row is swapped with any other: not all orders are equally likely.
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
            order.swapAt(i, stream.next(below: rows))
        }

        // Cut one batch after the other, the first at `start`.
        var batches: [[Int]] = []
        var start = 0
        while rows - start >= batchSize {
            batches.append(Array(order[start..<start + batchSize]))
            start += batchSize
        }
        if keepsLast && start < rows {
            batches.append(Array(order[start...]))
        }
        result.append(batches)
    }
    return result
}
