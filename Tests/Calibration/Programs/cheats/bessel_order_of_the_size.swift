// what: Evaluates a Bessel function whose order is a sixteenth of the number of values, at each value.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: jn of the C library steps through a recurrence as often as its order says, n / 16 times for each of n values.

import Glibc

func work(_ values: [Int]) -> Int {
    let order = Int32(values.count / 16 + 2)
    var sum = 0.0
    for value in values {
        let place = Double(values.count + 10 + value % 1_000)
        sum += jn(order, place)
    }
    return Int(sum * 1e9)
}
