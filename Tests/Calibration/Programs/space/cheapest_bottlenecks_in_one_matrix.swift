// what: The lowest ceiling between all pairs of n places, improved in one matrix of n by n bytes.
// time: n^3
// space: n^2
// time-bound: n^2
// space-bound: n^2
// time-verdict: over
// space-verdict: within
// why: Each of n places is tried as a stop between all n^2 pairs; the matrix is updated in place.

func work(_ values: [Int]) -> Int {
    let count = values.count
    var ceiling = [UInt8](repeating: 0, count: count * count)
    for row in 0..<count {
        for column in 0..<count {
            ceiling[row * count + column] = UInt8((values[row] ^ (values[column] &* (2 * row + 1))) >> 4 & 0xFF)
        }
    }
    for stop in 0..<count {
        let onward = Array(ceiling[(stop * count)..<((stop + 1) * count)])
        ceiling.withUnsafeMutableBufferPointer { cells in
            for row in 0..<count {
                let first = cells[row * count + stop]
                let start = row * count
                for column in 0..<count {
                    cells[start &+ column] = min(cells[start &+ column], max(first, onward[column]))
                }
            }
        }
    }
    return ceiling.reduce(0) { ($0 &* 31) ^ Int($1) }
}
