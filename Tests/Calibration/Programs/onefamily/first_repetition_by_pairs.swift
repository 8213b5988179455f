// what: Finds the first pair of equal values by two loops that stop when they find one.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: With repetitions it stops soon, but on sorted values there are none, and all n^2 / 2 pairs are compared.

func firstRepetition(in values: [Int]) -> (Int, Int)? {
    for late in values.indices {
        for early in 0..<late {
            if values[early] == values[late] { return (early, late) }
        }
    }
    return nil
}

func work(_ values: [Int]) -> Int {
    guard let (early, late) = firstRepetition(in: values) else { return -1 }
    return early * 1_000 + late
}
