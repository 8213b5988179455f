// what: Calls meter_begin after its quadratic part, as if the measurement began there.
// time: n^2
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: not-within
// why: All pairs of a copy are compared before the call, and only a linear pass comes after it.

@_silgen_name("meter_begin")
func meterBegin()

func work(_ values: [Int]) -> Int {
    let copy = Array(values.reversed())
    var state = 0
    for x in copy {
        for y in values where (x ^ y) % 11 == 4 { state = state &+ y }
    }
    meterBegin()
    return copy.reduce(state, ^)
}
