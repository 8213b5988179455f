// what: Enciphers the first and the last value with 64 rounds of XTEA, keyed by two more values.
// time: 1
// space: 1
// time-bound: 1
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: A fixed number of rounds over four values picked by position; a few words are kept.

func work(_ values: [Int]) -> Int {
    guard let first = values.first, let last = values.last else { return 0 }
    var left = UInt32(truncatingIfNeeded: first)
    var right = UInt32(truncatingIfNeeded: last)
    let keys = (
        UInt32(truncatingIfNeeded: values[values.count / 2]), UInt32(truncatingIfNeeded: values[values.count / 3])
    )
    var sum: UInt32 = 0
    for _ in 0..<64 {
        left &+= (((right << 4) ^ (right >> 5)) &+ right) ^ (sum &+ (sum & 1 == 0 ? keys.0 : keys.1))
        sum &+= 0x9E37_79B9
        right &+= (((left << 4) ^ (left >> 5)) &+ left) ^ (sum &+ (sum & 2048 == 0 ? keys.0 : keys.1))
    }
    return Int(left) << 16 ^ Int(right)
}
