// what: Holds n rows of n bytes from calloc and malloc.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: All rows, n^2 bytes together, are filled and live until the end.

import Glibc

func work(_ values: [Int]) -> Int {
    let count = values.count
    var rows: [UnsafeMutablePointer<UInt8>] = []
    for (index, value) in values.enumerated() {
        let memory = index & 1 == 0 ? calloc(count, 1) : malloc(count)
        let row = memory!.assumingMemoryBound(to: UInt8.self)
        for column in 0..<count { row[column] = UInt8(truncatingIfNeeded: value &+ column &* index) }
        rows.append(row)
    }
    var hash = 0
    for (index, row) in rows.enumerated() {
        hash = (hash &* 31) ^ Int(row[index])
        free(row)
    }
    return hash
}
