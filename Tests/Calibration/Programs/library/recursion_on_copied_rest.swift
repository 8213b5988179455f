// what: Folds the values by recursion on an array of all but the first.
// time: n^2
// space: n^2
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: over
// why: Call i copies n - i values and holds them until the calls below it return.

func fold(_ items: [Int]) -> Int {
    guard let first = items.first else { return 1 }
    let rest = fold(Array(items.dropFirst()))
    return (rest &* 31 ^ first) % 1_000_003 &+ items.count
}

func work(_ values: [Int]) -> Int {
    fold(values)
}
