// what: Builds a list with reduce([]) and + of one-element arrays.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The optimiser lets the concatenation append in place, since nobody else holds the list.

func work(_ values: [Int]) -> Int {
    let halved = values.reduce([]) { $0 + [$1 / 2] }
    return halved.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
