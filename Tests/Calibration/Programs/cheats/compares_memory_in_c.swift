// what: Compares two equal buffers with memcmp once for each value.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: Each comparison reads both buffers of 8 n bytes to their ends within the C library.

import Glibc

func work(_ values: [Int]) -> Int {
    var left = values
    var right = values
    var equal = 0
    for index in values.indices {
        left[index] &+= 1
        right[index] &+= 1
        if memcmp(left, right, left.count * 8) == 0 { equal = (equal &* 3) ^ index }
    }
    return equal
}
