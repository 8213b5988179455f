// what: Merges sqrt(n) interleaved lists with a tournament tree of their heads.
// time: n log n
// space: sqrt n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each of n values replays log2(sqrt n) matches; the tree has order sqrt(n) places.

struct Tournament {
    private var winners: [Int]
    private let leaves: Int

    init(lists: Int, _ head: (Int) -> Int) {
        var leaves = 1
        while leaves < lists { leaves *= 2 }
        self.leaves = leaves
        winners = (0..<(2 * leaves)).map { max(0, $0 - leaves) }
        for match in (1..<leaves).reversed() { replay(match, head) }
    }

    private mutating func replay(_ match: Int, _ head: (Int) -> Int) {
        let (a, b) = (winners[2 * match], winners[2 * match + 1])
        winners[match] = head(b) < head(a) ? b : a
    }

    var winner: Int { winners[1] }

    mutating func update(_ list: Int, _ head: (Int) -> Int) {
        var match = (list + leaves) / 2
        while match > 0 {
            replay(match, head)
            match /= 2
        }
    }
}

func work(_ values: [Int]) -> Int {
    guard values.count > 1 else { return values.first ?? 0 }
    let lists = Int(Double(values.count).squareRoot())
    var positions = Array(0..<lists)
    func head(_ list: Int) -> Int {
        list < lists && positions[list] < values.count ? values[positions[list]] : Int.max
    }
    var tournament = Tournament(lists: lists, head)
    var hash = 0
    for _ in values {
        let list = tournament.winner
        hash = (hash &* 31) ^ head(list)
        positions[list] += lists
        tournament.update(list, head)
    }
    return hash
}
