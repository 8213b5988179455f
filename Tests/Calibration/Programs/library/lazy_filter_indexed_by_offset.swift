// what: Walks over a lazy filter by position, with its count as the condition.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: The count and the index at an offset of a lazy filter both run the predicate from the start, for each of about 2n/3 positions; nothing is stored.

func work(_ values: [Int]) -> Int {
    let chosen = values.lazy.filter { ($0 ^ ($0 >> 7)) % 3 != 1 || $0 & 1 == 0 }
    var position = 0
    var digest = 0
    while position < chosen.count {
        let index = chosen.index(chosen.startIndex, offsetBy: position)
        digest = (digest &* 31) ^ chosen[index]
        position += 1
    }
    return digest
}
