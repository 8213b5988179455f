// Takes rows from the end of an array that is turned round, where it costs nothing.
struct Stream: IteratorProtocol {
    var state: UInt64

    mutating func next() -> UInt64? {
        state = state * 48271 % 2_147_483_647
        return state
    }
}

func loadBatches(rows: Int, batchSize: Int, epochs: Int, seed: Int, keepsLast: Bool) -> [[[Int]]] {
    var stream = Stream(state: UInt64(seed))
    var result = [[[Int]]]()
    for _ in 0..<epochs {
        var stack = Array(0..<rows)
        for i in stack.indices.dropFirst().reversed() {
            stack.swapAt(i, Int(stream.next()! % UInt64(i + 1)))
        }
        stack.reverse()
        var batches = [[Int]]()
        while !stack.isEmpty {
            var batch = [Int]()
            while batch.count < batchSize, let row = stack.popLast() { batch.append(row) }
            if batch.count == batchSize || keepsLast { batches.append(batch) }
        }
        result.append(batches)
    }
    return result
}
