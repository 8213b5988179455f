// what: Mixes the values sixty-four at a time with vector operations without a branch.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Each of n values goes through a fixed number of operations once; the lanes are sixty-four words.

func work(_ values: [Int]) -> Int {
    var lanes = SIMD64<Int>.zero
    var start = 0
    values.withUnsafeBytes { bytes in
        while start + 64 <= values.count {
            let next = bytes.loadUnaligned(fromByteOffset: start * 8, as: SIMD64<Int>.self)
            lanes = ((lanes &* 31) ^ next) &+ ((next &>> 3) & 0xFF)
            lanes = (lanes &+ (lanes &<< 7)) ^ (lanes &>> 9)
            start += 64
        }
    }
    let rest = values[start...].reduce(start) { ($0 &* 31) ^ $1 }
    return (0..<64).reduce(rest) { $0 &* 7 &+ lanes[$1] }
}
