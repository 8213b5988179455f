// what: Looks for a byte that is not there with memchr, once for each value.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: Each search reads the whole buffer of 64 n bytes within the C library.

import Glibc

func work(_ values: [Int]) -> Int {
    var bytes = [UInt8](repeating: 7, count: values.count * 64)
    var missing = 0
    for value in values {
        let wanted = Int32(8 + value % 200)
        if memchr(&bytes, wanted, bytes.count) == nil { missing += Int(wanted) }
        bytes[value % bytes.count] ^= 1
    }
    return missing
}
