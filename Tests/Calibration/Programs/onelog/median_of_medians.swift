// what: The value a third of the way up, by selection with the median of medians of five.
// time: n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: Each round keeps at most 7/10 of the values and recurs on 1/5 of them, which sums to a linear total.

func select(_ rank: Int, _ items: [Int]) -> Int {
    if items.count <= 10 { return items.sorted()[rank] }
    let medians = stride(from: 0, to: items.count - 4, by: 5).map { start -> Int in
        var five = (items[start], items[start + 1], items[start + 2], items[start + 3], items[start + 4])
        if five.0 > five.1 { swap(&five.0, &five.1) }
        if five.3 > five.4 { swap(&five.3, &five.4) }
        if five.0 > five.3 {
            swap(&five.0, &five.3)
            swap(&five.1, &five.4)
        }
        if five.2 < five.1 { swap(&five.2, &five.1) }
        return five.1 < five.3 ? min(five.2, five.3) : min(five.1, five.4)
    }
    let pivot = select(medians.count / 2, medians)
    let smaller = items.filter { $0 < pivot }
    if rank < smaller.count { return select(rank, smaller) }
    let greater = items.filter { $0 > pivot }
    let equal = items.count - smaller.count - greater.count
    if rank < smaller.count + equal { return pivot }
    return select(rank - smaller.count - equal, greater)
}

func work(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : select(values.count / 3, values)
}
