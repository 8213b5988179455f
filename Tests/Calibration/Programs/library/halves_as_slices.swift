// what: A tournament by recursion on slices of the array.
// time: n
// space: log n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: Slices share the storage of the array, so that each call is constant and there are 2 n calls, log2(n) deep.

func winner(_ players: ArraySlice<Int>, _ round: Int) -> Int {
    guard players.count > 1 else { return players.first ?? 0 }
    let middle = (players.startIndex + players.endIndex) / 2
    let left = winner(players[..<middle], round + 1)
    let right = winner(players[middle...], round + 1)
    return (left &* 13 &+ round) % 10_007 > (right &* 13 &+ round) % 10_007 ? left : right
}

func work(_ values: [Int]) -> Int {
    winner(values[...], 0)
}
