// what: Sums the Bessel functions of orders three and twenty at each value.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The recurrence takes as many steps as the order, which is fixed, for each of n values; nothing is held.

import Glibc

func work(_ values: [Int]) -> Int {
    var sum = 0.0
    for value in values {
        let place = Double(value % 1_000) * 0.25 + 30
        sum += jn(3, place) - yn(20, place)
    }
    return Int(sum * 1e6)
}
