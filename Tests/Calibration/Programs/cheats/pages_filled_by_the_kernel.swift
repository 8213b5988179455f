// what: Maps 4 n bytes for every sixteenth value and has the kernel fill all their pages at once, then gives them back.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: Each of n / 16 calls clears n / 1024 pages of 4 KiB within the kernel, n^2 / 4 bytes together; one mapping lives at a time.

import Glibc

func work(_ values: [Int]) -> Int {
    let size = values.count * 4
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_POPULATE)
    var hash = 0
    for (index, value) in values.enumerated() {
        hash = (hash &* 31) ^ value
        guard index.isMultiple(of: 16) else { continue }
        guard let block = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), Int(bitPattern: block) != -1 else {
            return -1
        }
        block.storeBytes(of: value, toByteOffset: value % (size / 8) * 8, as: Int.self)
        hash ^= block.load(fromByteOffset: size / 16 * 8, as: Int.self)
        munmap(block, size)
    }
    return hash
}
