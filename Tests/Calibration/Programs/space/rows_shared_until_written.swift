// what: A table of n equal rows of n values, of which every sqrt(n)-th row is written to.
// time: n^1.5
// space: n^1.5
// time-bound: n^1.5
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: Untouched rows share one buffer; each of sqrt(n) written rows becomes a copy of n values, and all of them are kept.

func work(_ values: [Int]) -> Int {
    let count = values.count
    let side = max(1, Int(Double(count).squareRoot()))
    let template = values.map { $0 & 0xFF_FFFF }
    var table = [[Int]](repeating: template, count: count)
    for row in stride(from: 0, to: count, by: side) {
        table[row][values[row] % count] ^= row | 1
        table[row][row] &+= 3
    }
    var hash = 0
    for row in 0..<count {
        hash = (hash &* 31) ^ table[row][(row &* 7 &+ hash & 0xFFFF) % count]
    }
    return hash
}
