// what: Sorts the values by their four low bytes, the lowest first.
// time: n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: Four rounds of three passes and 256 counters, whatever n is; it looks like a sort but is linear.

func work(_ values: [Int]) -> Int {
    var source = values
    var target = values
    for shift in stride(from: 0, to: 32, by: 8) {
        var offsets = [Int](repeating: 0, count: 257)
        for item in source { offsets[(item >> shift) & 255 + 1] += 1 }
        for digit in 0..<256 { offsets[digit + 1] += offsets[digit] }
        for item in source {
            let digit = (item >> shift) & 255
            target[offsets[digit]] = item
            offsets[digit] += 1
        }
        swap(&source, &target)
    }
    return source.reduce(0) { ($0 &* 131) ^ $1 }
}
