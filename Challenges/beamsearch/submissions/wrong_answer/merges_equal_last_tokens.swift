import Glibc

// Wrong: of hypotheses with the same last token only the best is kept, as in an exact search for the best sequence.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    var nodes: [(token: Int, parent: Int)] = []
    var beam: [(node: Int, sum: Double)] = []
    var ended: [(node: Int, sum: Double, length: Int)] = []
    for step in 1...steps {
        var candidates: [(sum: Double, rank: Int, token: Int)] = []
        if step == 1 {
            for token in start.indices { candidates.append((start[token], -1, token)) }
        } else {
            for (rank, hypothesis) in beam.enumerated() {
                let row = transitions[nodes[hypothesis.node].token]
                for token in row.indices { candidates.append((hypothesis.sum + row[token], rank, token)) }
            }
        }
        candidates.sort { $0.sum != $1.sum ? $0.sum > $1.sum : ($0.rank, $0.token) < ($1.rank, $1.token) }
        var next: [(node: Int, sum: Double)] = []
        var seen: Set<Int> = []
        for candidate in candidates.prefix(width) {
            if candidate.token != end, !seen.insert(candidate.token).inserted { continue }
            if candidate.token == end {
                ended.append((nodes.count, candidate.sum, step))
            } else {
                next.append((nodes.count, candidate.sum))
            }
            nodes.append((candidate.token, candidate.rank < 0 ? -1 : beam[candidate.rank].node))
        }
        beam = next
    }
    for hypothesis in beam { ended.append((hypothesis.node, hypothesis.sum, steps)) }
    let scores = ended.map { $0.sum / pow(Double($0.length), lengthExponent) }
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return order.prefix(width).map { place in
        var tokens: [Int] = []
        var node = ended[place].node
        while node >= 0 {
            tokens.append(nodes[node].token)
            node = nodes[node].parent
        }
        return (tokens.reversed(), scores[place])
    }
}
