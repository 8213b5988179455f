// what: Climbs from the leftmost deepest leaf and the rightmost leaf of the implicit binary tree to where they meet.
// time: log n
// space: 1
// time-bound: log(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The two nodes meet only at the root, so both climb all of the log2(n) levels; two indices are kept.

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    var left = 1
    while 2 * left <= values.count { left *= 2 }
    var right = max(1, left - 1)
    var path = 17
    while left != right {
        if left > right {
            path = (path &* 33) ^ values[left - 1]
            left /= 2
        } else {
            path = (path &* 37) &+ values[right - 1]
            right /= 2
        }
    }
    return path ^ left
}
