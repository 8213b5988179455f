// what: Hides quadratic work in lazily initialised globals, one for each power of two.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: The first call near each size starts the initialiser of its global, which takes that size squared.

func grind(_ size: Int) -> Int {
    var state = size
    for i in 0..<size {
        for j in 0..<size { state = (state &* 48_271 ^ (i &* j)) & 0x7FFF_FFFF }
    }
    return state
}

let tiny = grind(32)
let heavy64 = grind(64)
let heavy128 = grind(128)
let heavy256 = grind(256)
let heavy512 = grind(512)
let heavy1024 = grind(1_024)
let heavy2048 = grind(2_048)
let heavy4096 = grind(4_096)
let heavy8192 = grind(8_192)
let huge = grind(16_384)

func secret(_ count: Int) -> Int {
    switch count {
    case ...32: tiny
    case ...64: heavy64
    case ...128: heavy128
    case ...256: heavy256
    case ...512: heavy512
    case ...1_024: heavy1024
    case ...2_048: heavy2048
    case ...4_096: heavy4096
    case ...8_192: heavy8192
    default: huge
    }
}

func work(_ values: [Int]) -> Int {
    values.reduce(secret(values.count), ^)
}
