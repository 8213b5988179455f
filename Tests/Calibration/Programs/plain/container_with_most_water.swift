// what: The largest container between two lines, with pointers from both ends.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Each step moves one of the two pointers inwards.

func work(_ values: [Int]) -> Int {
    var left = 0
    var right = values.count - 1
    var best = 0
    while left < right {
        let height = min(values[left], values[right])
        best = max(best, height * (right - left))
        if values[left] < values[right] {
            left += 1
        } else {
            right -= 1
        }
    }
    return best
}
