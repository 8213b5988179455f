// what: A checksum that shifts each value bit by bit through 64 rounds.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// strict: true
// time-verdict: within
// space-verdict: within
// why: The 64 rounds for each value are a heavy constant that does not grow with n.

func work(_ values: [Int]) -> Int {
    var checksum: UInt64 = ~0
    for value in values {
        checksum ^= UInt64(truncatingIfNeeded: value)
        for _ in 0..<64 {
            let carry = checksum & 1
            checksum >>= 1
            if carry == 1 { checksum ^= 0xC96C_5795_D787_0F42 }
        }
    }
    return Int(truncatingIfNeeded: checksum >> 1)
}
