// what: The largest XOR of any subset of the values, from a linear basis over the bits.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Each value is reduced by at most 32 basis vectors; the basis has 32 slots for every n.

func work(_ values: [Int]) -> Int {
    var basis = [Int](repeating: 0, count: 32)
    var independent = 0
    for value in values {
        var rest = value
        for bit in (0..<32).reversed() where rest >> bit & 1 == 1 {
            if basis[bit] == 0 {
                basis[bit] = rest
                independent += 1
            }
            rest ^= basis[bit]
        }
    }
    var best = 0
    for vector in basis.reversed() where best ^ vector > best { best ^= vector }
    return best &* 31 &+ independent
}
