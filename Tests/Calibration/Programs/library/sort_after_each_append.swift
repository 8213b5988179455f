// what: Keeps a list sorted by appending each value and sorting again.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The library sort notices that the list is sorted but for its last value and merges that in linear time, n
//   times.

struct Leaderboard {
    private(set) var scores: [Int] = []

    mutating func add(_ score: Int) {
        scores.append(score)
        scores.sort()
    }
}

func work(_ values: [Int]) -> Int {
    var board = Leaderboard()
    var digest = 0
    for value in values {
        board.add(value)
        digest = digest &+ board.scores[board.scores.count / 2]
    }
    return digest
}
