// what: Lengths of the matches of every suffix with the whole text over four letters, by the Z function.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: The right end of the match window never moves back, so all comparisons together are linear; the text and the table take order n.

func work(_ values: [Int]) -> Int {
    let text = values.map { UInt8(truncatingIfNeeded: $0 & 3) }
    var match = [Int](repeating: 0, count: text.count)
    var left = 0
    var right = 0
    for start in stride(from: 1, to: text.count, by: 1) {
        var length = start < right ? min(right - start, match[start - left]) : 0
        while start + length < text.count && text[length] == text[start + length] {
            length += 1
        }
        match[start] = length
        if start + length > right {
            left = start
            right = start + length
        }
    }
    return match.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
