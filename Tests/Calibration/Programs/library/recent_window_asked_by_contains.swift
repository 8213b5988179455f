// what: Counts cache misses with the last sqrt(n) values in an array that is asked with contains.
// time: n^1.5
// space: sqrt n
// time-bound: n
// space-bound: sqrt(n)
// time-verdict: over
// space-verdict: within
// why: For a value that is not there, contains looks at all sqrt(n) recent ones, and removeFirst moves as many; only the window is kept.

func work(_ values: [Int]) -> Int {
    let capacity = max(1, Int(Double(values.count).squareRoot()))
    var recent: [Int] = []
    recent.reserveCapacity(capacity + 1)
    var misses = 0
    for (index, value) in values.enumerated() where !recent.contains(value) {
        misses += index & 7 + 1
        recent.append(value)
        if recent.count > capacity { recent.removeFirst() }
    }
    return misses
}
