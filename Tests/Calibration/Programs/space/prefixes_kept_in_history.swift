// what: Appends the current list to a history after each step.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: The list changes after it is stored, so every entry of the history becomes a copy of its own.

func work(_ values: [Int]) -> Int {
    var current: [Int] = []
    var history: [[Int]] = []
    for value in values {
        current.append(value)
        history.append(current)
    }
    return history.reduce(0) { $0 &* 5 ^ ($1.count &+ $1[$1.count / 2]) }
}
