// Written anew: one function for the order, one for the batches.
struct Shuffler {
    var state: Int

    mutating func order(of rows: Int) -> [Int] {
        var order = [Int](0..<rows)
        var last = rows - 1
        while last > 0 {
            state = 48271 * state % (1 << 31 - 1)
            let other = state % (last + 1)
            (order[last], order[other]) = (order[other], order[last])
            last -= 1
        }
        return order
    }
}

func chunks(_ order: [Int], of size: Int, keepsLast: Bool) -> [[Int]] {
    stride(from: 0, to: order.count, by: size).compactMap { start in
        let chunk = order[start..<min(start + size, order.count)]
        return chunk.count == size || keepsLast ? Array(chunk) : nil
    }
}

func loadBatches(rows: Int, batchSize: Int, epochs: Int, seed: Int, keepsLast: Bool) -> [[[Int]]] {
    var shuffler = Shuffler(state: seed)
    return (0..<epochs).map { _ in chunks(shuffler.order(of: rows), of: batchSize, keepsLast: keepsLast) }
}
