// what: Folds the values at n, n/3, n/9, … by recursion.
// time: log n
// space: log n
// time-bound: log(n)
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: Each call divides the position by three; the folding after the call keeps one frame per level.

func fold(_ position: Int, _ values: [Int]) -> Int {
    if position == 0 { return 1 }
    let rest = fold(position / 3, values)
    return ((rest ^ values[position - 1]) &* 31) % 1_000_000_007
}

func work(_ values: [Int]) -> Int {
    fold(values.count, values)
}
