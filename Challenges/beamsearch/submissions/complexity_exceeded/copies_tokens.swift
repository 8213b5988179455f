import Glibc

// Right, but each hypothesis that is kept has a copy of all its tokens: steps^2 instead of steps, in time and in space.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    var beam: [(tokens: [Int], sum: Double)] = [([], 0)]
    var ended: [(tokens: [Int], sum: Double)] = []
    for step in 1...steps {
        var candidates: [(sum: Double, rank: Int, token: Int)] = []
        for (rank, hypothesis) in beam.enumerated() {
            let row = step == 1 ? start : transitions[hypothesis.tokens[step - 2]]
            for token in row.indices { candidates.append((hypothesis.sum + row[token], rank, token)) }
        }
        candidates.sort { $0.sum != $1.sum ? $0.sum > $1.sum : ($0.rank, $0.token) < ($1.rank, $1.token) }
        var next: [(tokens: [Int], sum: Double)] = []
        for candidate in candidates.prefix(width) {
            let tokens = beam[candidate.rank].tokens + [candidate.token]
            if candidate.token == end {
                ended.append((tokens, candidate.sum))
            } else {
                next.append((tokens, candidate.sum))
            }
        }
        beam = next
    }
    ended += beam
    let scores = ended.map { $0.sum / pow(Double($0.tokens.count), lengthExponent) }
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return order.prefix(width).map { (ended[$0].tokens, scores[$0]) }
}
