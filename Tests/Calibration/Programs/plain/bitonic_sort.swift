// what: Bitonic sorting network on the values, padded to a power of two.
// time: n log^2 n
// space: n
// time-bound: n * log(n) * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: log2(n) stages of up to log2(n) rounds that each touch all cells; the padded array is at most twice n.

func work(_ values: [Int]) -> Int {
    var size = 1
    while size < values.count { size *= 2 }
    var cells = values + Array(repeating: Int.max, count: size - values.count)
    var block = 2
    while block <= size {
        var distance = block / 2
        while distance > 0 {
            for index in 0..<size {
                let partner = index ^ distance
                if partner > index && (cells[index] > cells[partner]) == (index & block == 0) {
                    cells.swapAt(index, partner)
                }
            }
            distance /= 2
        }
        block *= 2
    }
    return cells.prefix(values.count).enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
