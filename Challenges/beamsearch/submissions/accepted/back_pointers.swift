import Glibc

/// Keeps a pointer back for each hypothesis, and of the candidates of a step never more than twice the width.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    // Everything that was ever kept: its last token, and where what came before it is.
    var nodes: [(token: Int, parent: Int)] = []
    var beam: [(node: Int, sum: Double)] = []
    var ended: [(node: Int, sum: Double, length: Int)] = []

    for step in 1...steps {
        var candidates = Candidates(width: width)
        if step == 1 {
            candidates.add(start, to: 0, rank: -1)
        } else {
            for (rank, hypothesis) in beam.enumerated() {
                candidates.add(transitions[nodes[hypothesis.node].token], to: hypothesis.sum, rank: rank)
            }
        }
        var next: [(node: Int, sum: Double)] = []
        for candidate in candidates.best() {
            let parent = candidate.rank < 0 ? -1 : beam[candidate.rank].node
            if candidate.token == end {
                ended.append((nodes.count, candidate.sum, step))
            } else {
                next.append((nodes.count, candidate.sum))
            }
            nodes.append((candidate.token, parent))
        }
        beam = next
        if beam.isEmpty { break }
    }
    ended += beam.map { ($0.node, $0.sum, steps) }

    // Equal scores stay in the order in which they ended.
    let scores = ended.map { $0.sum / pow(Double($0.length), lengthExponent) }
    let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    return order.prefix(width).map { place in
        var tokens: [Int] = []
        var node = ended[place].node
        while node >= 0 {
            tokens.append(nodes[node].token)
            node = nodes[node].parent
        }
        tokens.reverse()
        return (tokens, scores[place])
    }
}

/// The best candidates of one step, which must be added in the order that decides between equal sums.
private struct Candidates {
    let width: Int
    private var all: [(sum: Double, rank: Int, token: Int)] = []
    /// Nothing at or below this can be among the best any more.
    private var bar = -Double.infinity

    init(width: Int) { self.width = width }

    /// Continues the hypothesis at `rank`, whose sum is given, by each token.
    mutating func add(_ row: [Double], to sum: Double, rank: Int) {
        for token in row.indices where sum + row[token] > bar {
            all.append((sum + row[token], rank, token))
            if all.count == 2 * width { cut() }
        }
    }

    /// The best of what was added, in order.
    mutating func best() -> [(sum: Double, rank: Int, token: Int)] {
        cut()
        return all
    }

    private mutating func cut() {
        all.sort { $0.sum != $1.sum ? $0.sum > $1.sum : ($0.rank, $0.token) < ($1.rank, $1.token) }
        if all.count >= width {
            all.removeLast(all.count - width)
            bar = all[width - 1].sum
        }
    }
}
