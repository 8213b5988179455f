// what: Takes n^2 bytes from mmap, past every allocator, and touches all of them.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: not-within
// why: Every cache line of n^2 mapped bytes is written and read, so they are all resident at once.

import Glibc

func work(_ values: [Int]) -> Int {
    let count = values.count
    let bytes = count * count
    guard count > 0, let base = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        base != MAP_FAILED
    else { return -1 }
    defer { munmap(base, bytes) }
    let cells = base.assumingMemoryBound(to: UInt8.self)
    for offset in stride(from: 0, to: bytes, by: 64) {
        cells[offset] = UInt8(truncatingIfNeeded: values[offset % count] &+ offset)
    }
    var hash = 0
    for offset in stride(from: 0, to: bytes, by: 64) { hash = (hash &* 31) ^ Int(cells[offset]) }
    return hash
}
