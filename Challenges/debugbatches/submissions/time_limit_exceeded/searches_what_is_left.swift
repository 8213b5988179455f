// Too slow: finds what is left by searching all batches for each row.
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

        // Rows that are in a batch are looked for in all batches so far.
        var batches: [[Int]] = []
        while true {
            let left = order.filter { row in !batches.contains { $0.contains(row) } }
            let batch = Array(left.prefix(batchSize))
            if batch.count < batchSize {
                if keepsLast && !batch.isEmpty { batches.append(batch) }
                break
            }
            batches.append(batch)
        }
        result.append(batches)
    }
    return result
}
