// what: Has the C library read the payload of a NaN from a text of n / 16 digits, for each value.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: nan walks over all n / 16 digits to find their end and once more to convert them, in each of n rounds.

import Glibc

func work(_ values: [Int]) -> Int {
    var digits = [CChar](repeating: 48, count: values.count / 16 + 3)
    let last = digits.count - 1
    digits[last] = 0
    var hash = 0
    for value in values {
        digits[last - 1] = CChar(48 + value % 8)
        digits[value % last] ^= 1
        hash = (hash &* 5) ^ Int(truncatingIfNeeded: nan(digits).bitPattern)
    }
    return hash
}
