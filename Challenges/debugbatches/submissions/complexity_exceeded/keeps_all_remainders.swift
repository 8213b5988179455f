// Right, but too much memory and too slow in n: n^2/b rows, what is left before each batch of an epoch.
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

        // What is left before each batch.
        var remainders: [[Int]] = [order]
        while remainders[remainders.count - 1].count >= batchSize {
            remainders.append(Array(remainders[remainders.count - 1].dropFirst(batchSize)))
        }
        var batches = remainders.dropLast().map { Array($0.prefix(batchSize)) }
        if keepsLast, let rest = remainders.last, !rest.isEmpty {
            batches.append(rest)
        }
        result.append(batches)
    }
    return result
}
