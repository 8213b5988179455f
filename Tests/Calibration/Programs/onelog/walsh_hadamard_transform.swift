// what: The Walsh-Hadamard transform of the values, padded to a power of two.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: log2(n) rounds of n/2 butterflies over an array of at most 2 n.

func transform(_ cells: inout [Int]) {
    var half = 1
    while half < cells.count {
        for start in stride(from: 0, to: cells.count, by: 2 * half) {
            for index in start..<(start + half) {
                let (a, b) = (cells[index], cells[index + half])
                cells[index] = a &+ b
                cells[index + half] = a &- b
            }
        }
        half *= 2
    }
}

func work(_ values: [Int]) -> Int {
    var size = 1
    while size < values.count { size *= 2 }
    var cells = values + repeatElement(0, count: size - values.count)
    transform(&cells)
    return cells.reduce(0) { ($0 &* 5) ^ $1 }
}
