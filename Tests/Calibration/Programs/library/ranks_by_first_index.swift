// what: Finds the rank of each value as firstIndex(of:) in the sorted values.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: The search walks to the rank, n / 2 on average for distinct values; the sorted copy holds n values.

func work(_ values: [Int]) -> Int {
    let order = values.sorted()
    var digest = 0
    for value in values {
        guard let rank = order.firstIndex(of: value) else { continue }
        digest = (digest &* 13) ^ rank
    }
    return digest
}
