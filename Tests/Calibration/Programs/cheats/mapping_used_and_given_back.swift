// what: Maps 16 n bytes that the kernel fills at once, reverses the values in them, and gives them back.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: One mapping of 16 n bytes, rounded to pages, is written and read once.

import Glibc

func work(_ values: [Int]) -> Int {
    let size = max(values.count, 1) * 16
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_POPULATE)
    guard let block = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), block != MAP_FAILED else { return -1 }
    defer { munmap(block, size) }
    let words = block.assumingMemoryBound(to: Int.self)
    for (index, value) in values.enumerated() {
        words[values.count - 1 - index] = value
        words[values.count + index] = value ^ index
    }
    var hash = 0
    for index in 0..<values.count * 2 { hash = (hash &* 31) ^ words[index] }
    return hash
}
