// what: Linear up to three thousand values and quadratic above.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: From a threshold on every value is compared with all before it, which is what counts for large n.

func work(_ values: [Int]) -> Int {
    var total = 0
    for (index, value) in values.enumerated() {
        total = total &+ value % 1_009
        if values.count > 3_000 {
            for earlier in 0..<index where (values[earlier] ^ value) & 7 == 0 { total ^= earlier }
        }
    }
    return total
}
