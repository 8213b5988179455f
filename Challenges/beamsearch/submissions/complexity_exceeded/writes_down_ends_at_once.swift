import Glibc

// Right, but a sequence is written down as soon as it ends, although few of them are returned: steps^2 instead of steps, in time and in space.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    var nodes: [(token: Int, parent: Int)] = []
    var beam: [(node: Int, sum: Double)] = []
    var ended: [(tokens: [Int], sum: Double)] = []

    func tokens(_ last: Int) -> [Int] {
        var tokens: [Int] = []
        var node = last
        while node >= 0 {
            tokens.append(nodes[node].token)
            node = nodes[node].parent
        }
        return tokens.reversed()
    }

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
        for candidate in candidates.prefix(width) {
            nodes.append((candidate.token, candidate.rank < 0 ? -1 : beam[candidate.rank].node))
            if candidate.token == end {
                ended.append((tokens(nodes.count - 1), candidate.sum))
            } else {
                next.append((nodes.count - 1, candidate.sum))
            }
        }
        beam = next
    }
    for hypothesis in beam { ended.append((tokens(hypothesis.node), hypothesis.sum)) }
    let scores = ended.map { $0.sum / pow(Double($0.tokens.count), lengthExponent) }
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return order.prefix(width).map { (ended[$0].tokens, scores[$0]) }
}
