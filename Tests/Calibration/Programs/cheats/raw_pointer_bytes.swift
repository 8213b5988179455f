// what: Allocates n^2 raw bytes with UnsafeMutableRawPointer and touches all of them.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: One block of n^2 bytes lives during the call, and each of its cache lines is written.

func work(_ values: [Int]) -> Int {
    let count = values.count
    let block = UnsafeMutableRawPointer.allocate(byteCount: count * count + 64, alignment: 64)
    defer { block.deallocate() }
    var hash = 0
    for offset in stride(from: 0, through: count * count, by: 64) {
        block.storeBytes(of: hash, toByteOffset: offset, as: Int.self)
        hash = (hash &* 31) ^ (values.isEmpty ? 0 : values[offset % count])
    }
    for offset in stride(from: 0, through: count * count, by: 4_096) {
        hash ^= block.load(fromByteOffset: offset, as: Int.self)
    }
    return hash
}
