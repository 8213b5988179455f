// what: Patience sorting's piles, where each card looks at the piles from the left.
// time: n^2
// space: n
// time-bound: n^1.5
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Random values make order sqrt(n) piles, but sorted ones make n, and each card passes all of them.

func work(_ values: [Int]) -> Int {
    var tops: [Int] = []
    var digest = 0
    for card in values {
        var pile = 0
        while pile < tops.count && tops[pile] < card { pile += 1 }
        if pile == tops.count {
            tops.append(card)
        } else {
            tops[pile] = card
        }
        digest = (digest &* 5) ^ pile
    }
    return digest &+ tops.count
}
