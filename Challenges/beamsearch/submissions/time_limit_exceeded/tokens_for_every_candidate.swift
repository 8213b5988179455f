import Glibc

// Right but too slow: each candidate, kept or not, has a copy of all its tokens.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    var beam: [(tokens: [Int], sum: Double)] = [([], 0)]
    var ended: [(tokens: [Int], sum: Double)] = []
    for step in 1...steps {
        var candidates: [(sum: Double, rank: Int, tokens: [Int])] = []
        for (rank, hypothesis) in beam.enumerated() {
            let row = step == 1 ? start : transitions[hypothesis.tokens[step - 2]]
            for token in row.indices {
                candidates.append((hypothesis.sum + row[token], rank, hypothesis.tokens + [token]))
            }
        }
        candidates.sort {
            $0.sum != $1.sum ? $0.sum > $1.sum : ($0.rank, $0.tokens[step - 1]) < ($1.rank, $1.tokens[step - 1])
        }
        var next: [(tokens: [Int], sum: Double)] = []
        for candidate in candidates.prefix(width) {
            if candidate.tokens[step - 1] == end {
                ended.append((candidate.tokens, candidate.sum))
            } else {
                next.append((candidate.tokens, candidate.sum))
            }
        }
        beam = next
    }
    ended += beam
    let scores = ended.map { $0.sum / pow(Double($0.tokens.count), lengthExponent) }
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return order.prefix(width).map { (ended[$0].tokens, scores[$0]) }
}
