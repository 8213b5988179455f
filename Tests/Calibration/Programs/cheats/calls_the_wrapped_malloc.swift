// what: Calls the wrapper of malloc directly, with small requests between its large ones.
// time: n^2
// space: n^2
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: not-within
// why: n rows of n bytes are filled and held until the end, next to n blocks of one byte.

import Glibc

@_silgen_name("__wrap_malloc")
func wrappedMalloc(_ size: Int) -> UnsafeMutableRawPointer?

func work(_ values: [Int]) -> Int {
    let count = values.count
    var blocks: [UnsafeMutableRawPointer] = []
    for value in values {
        guard let row = wrappedMalloc(count), let small = wrappedMalloc(1) else { return -1 }
        let bytes = row.assumingMemoryBound(to: UInt8.self)
        for column in 0..<count { bytes[column] = UInt8(truncatingIfNeeded: value &+ column) }
        small.storeBytes(of: 1, as: UInt8.self)
        blocks += [row, small]
    }
    var hash = 0
    for block in blocks {
        hash = (hash &* 31) ^ Int(block.load(as: UInt8.self))
        free(block)
    }
    return hash
}
