// Two of the bugs are left: the stream that begins anew, and the rows that move up.
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
    var result: [[[Int]]] = []
    for _ in 0..<epochs {
        var stream = NumberStream(state: seed)
        // All rows in a random order (Fisher and Yates).
        var remaining = Array(0..<rows)
        for i in stride(from: rows - 1, to: 0, by: -1) {
            remaining.swapAt(i, stream.next(below: i + 1))
        }

        // Cut one batch after the other from the front of what is left.
        var batches: [[Int]] = []
        while remaining.count >= batchSize {
            batches.append(Array(remaining.prefix(batchSize)))
            remaining.removeFirst(batchSize)
        }
        if keepsLast && !remaining.isEmpty {
            batches.append(remaining)
        }
        result.append(batches)
    }
    return result
}
