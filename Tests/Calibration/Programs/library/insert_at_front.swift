// what: Reverses the order by inserting each value at index 0.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each insertion at the front moves all elements that are there already.

func work(_ values: [Int]) -> Int {
    var backwards: [Int] = []
    for value in values {
        backwards.insert(value % 1_000, at: 0)
    }
    return backwards.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
