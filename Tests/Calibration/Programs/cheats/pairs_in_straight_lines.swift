// what: Compares each value with the bytes of all values in blocks of two thousand bytes without a branch.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: n bytes are compared for each of n values, by n / 8 operations on words, although a block of 2048 is one step of a loop; forty plain rounds for each value outnumber these steps, not this work.

protocol Part {
    func near(_ x: UInt64) -> UInt64
}

extension UInt64: Part {
    @inline(__always)
    func near(_ x: UInt64) -> UInt64 { ((self ^ x) & 0x7F7F_7F7F_7F7F_7F7F) &+ (self | x) }
}

struct Four<Inner: Part>: Part {
    var a, b, c, d: Inner

    @inline(__always)
    func near(_ x: UInt64) -> UInt64 { (a.near(x) ^ b.near(x)) &+ (c.near(x) ^ d.near(x)) }
}

typealias Block = Four<Four<Four<Four<UInt64>>>>

func work(_ values: [Int]) -> Int {
    let size = MemoryLayout<Block>.size
    let count = (values.count + size - 1) / size
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count * size)
    defer { bytes.deallocate() }
    for index in 0..<count * size {
        bytes[index] = index < values.count ? UInt8(truncatingIfNeeded: values[index]) : 0
    }
    var sum: UInt64 = 0
    for value in values {
        let repeated = UInt64(UInt8(truncatingIfNeeded: value)) &* 0x0101_0101_0101_0101
        for index in 0..<count {
            let block = (UnsafeRawPointer(bytes) + index * size).assumingMemoryBound(to: Block.self)
            sum = (sum &* 3) ^ block.pointee.near(repeated)
        }
        for round in 1...40 { sum = (sum ^ UInt64(round)) % 1_000_000_007 }
    }
    return Int(truncatingIfNeeded: sum)
}
