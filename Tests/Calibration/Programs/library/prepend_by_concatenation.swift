// what: Puts each label in front of the others with [x] + labels.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The concatenation makes a new array and copies all labels that were there.

func work(_ values: [Int]) -> Int {
    var labels: [Int] = []
    for value in values {
        labels = [value & 0xFFFF] + labels
    }
    return labels.enumerated().reduce(1) { ($0 &* 17) ^ ($1.offset &+ $1.element) }
}
