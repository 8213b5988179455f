// what: Sorts the values by their remainder modulo n with counts and prefix sums.
// time: n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: Three linear passes and two arrays of n; no comparison is made.

func work(_ values: [Int]) -> Int {
    let n = values.count
    var starts = [Int](repeating: 0, count: n + 1)
    for value in values { starts[value % n + 1] += 1 }
    for bucket in 0..<n { starts[bucket + 1] += starts[bucket] }
    var sorted = values
    for value in values {
        sorted[starts[value % n]] = value
        starts[value % n] += 1
    }
    return sorted.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
