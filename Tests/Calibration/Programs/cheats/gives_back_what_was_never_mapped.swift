// what: Maps n^2 / 4 bytes piece by piece, and unmaps as much elsewhere, where nothing is mapped.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: not-within
// why: All pieces of 64 KiB stay mapped and written until the end; the kernel unmaps an empty range without complaint.

import Glibc

let piece = 65_536

func work(_ values: [Int]) -> Int {
    let count = values.count * values.count / 4 / piece + 1
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    guard let nowhere = mmap(nil, piece, PROT_NONE, flags, -1, 0), Int(bitPattern: nowhere) != -1 else { return -1 }
    munmap(nowhere, piece)
    let empty = UnsafeMutableRawPointer(bitPattern: 1 << 40)!
    var pieces: [UnsafeMutableRawPointer] = []
    for index in 0..<count {
        guard let block = mmap(nil, piece, PROT_READ | PROT_WRITE, flags, -1, 0), Int(bitPattern: block) != -1 else {
            return -1
        }
        munmap(empty, piece)
        for offset in stride(from: 0, to: piece, by: 64) {
            block.storeBytes(of: values[(index + offset) % values.count], toByteOffset: offset, as: Int.self)
        }
        pieces.append(block)
    }
    var hash = 0
    for block in pieces {
        for offset in stride(from: 0, to: piece, by: 64) {
            hash = (hash &* 31) ^ block.load(fromByteOffset: offset, as: Int.self)
        }
        munmap(block, piece)
    }
    return hash
}
