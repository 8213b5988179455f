import Glibc

// Right, but all candidates of all steps are kept, with a pointer back for each: space steps*width*n instead of steps*width.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    var nodes: [(token: Int, parent: Int)] = []
    var beam: [(node: Int, sum: Double)] = []
    var ended: [(node: Int, sum: Double, length: Int)] = []
    for step in 1...steps {
        var candidates: [(sum: Double, node: Int, token: Int)] = []
        if step == 1 {
            for token in start.indices {
                candidates.append((start[token], nodes.count, token))
                nodes.append((token, -1))
            }
        } else {
            for hypothesis in beam {
                let row = transitions[nodes[hypothesis.node].token]
                for token in row.indices {
                    candidates.append((hypothesis.sum + row[token], nodes.count, token))
                    nodes.append((token, hypothesis.node))
                }
            }
        }
        candidates.sort { $0.sum != $1.sum ? $0.sum > $1.sum : $0.node < $1.node }
        var next: [(node: Int, sum: Double)] = []
        for candidate in candidates.prefix(width) {
            if candidate.token == end {
                ended.append((candidate.node, candidate.sum, step))
            } else {
                next.append((candidate.node, candidate.sum))
            }
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
