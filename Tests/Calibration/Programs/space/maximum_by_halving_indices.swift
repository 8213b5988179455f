// what: The maximum and its place by recursion on index ranges.
// time: n
// space: log n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: No array is made, and the recursion is log2(n) deep.

func champion(_ values: [Int], _ low: Int, _ high: Int) -> (value: Int, place: Int) {
    if high - low == 1 { return (values[low], low) }
    let middle = (low + high) / 2
    let left = champion(values, low, middle)
    let right = champion(values, middle, high)
    return right.value > left.value ? right : left
}

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    let (value, place) = champion(values, 0, values.count)
    return value &* 31 &+ place
}
