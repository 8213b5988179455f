// what: Groups the values by remainder with reduce(into:) and appends to the lists within the dictionary.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The default subscript changes the list in place, so appends are amortised to order 1; all values are held once.

func work(_ values: [Int]) -> Int {
    let groups = values.reduce(into: [Int: [Int]]()) { groups, value in
        groups[value % 23, default: []].append(value)
    }
    var digest = 0
    for key in 0..<23 {
        guard let group = groups[key] else { continue }
        digest = (digest &* 7) ^ group.reduce(group.count) { ($0 &* 3) ^ $1 }
    }
    return digest
}
