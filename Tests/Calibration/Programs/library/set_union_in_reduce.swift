// what: Collects the values in a set by a reduce with union.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: It looks like a copy for each value, but the set is handed on and extended in place, since nobody else holds
//   it.

func work(_ values: [Int]) -> Int {
    let seen = values.reduce(Set<Int>()) { seen, value in
        seen.union([value])
    }
    return seen.reduce(seen.count, ^)
}
