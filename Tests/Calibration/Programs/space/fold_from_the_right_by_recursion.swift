// what: Folds the values from the right with one call for each value.
// time: n
// space: n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: over
// why: The call is not in tail position, so n frames are on the stack at its deepest point.

func foldRight(_ values: [Int], _ index: Int, _ combine: (Int, Int) -> Int) -> Int {
    if index == values.count { return 1 }
    let rest = foldRight(values, index + 1, combine)
    return combine(values[index], rest)
}

func work(_ values: [Int]) -> Int {
    foldRight(values, 0) { value, rest in (rest % 65_537 &* 31) ^ (value &+ rest >> 7) }
}
