import Glibc

/// A token and those before it, which other hypotheses may share.
private final class Link {
    let token: Int
    let previous: Link?

    init(_ token: Int, after previous: Link?) {
        self.token = token
        self.previous = previous
    }
}

private struct Hypothesis {
    var last: Link
    var sum: Double
    var length: Int
    var tokens: [Int] { sequence(first: last) { $0.previous }.map(\.token).reversed() }
}

/// Linked lists that share their beginnings: what no hypothesis needs any more goes away on its own.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    // Links must not go away in a chain, one within the other.
    var links: [Link] = []
    func link(_ token: Int, after previous: Link?) -> Link {
        let link = Link(token, after: previous)
        links.append(link)
        return link
    }
    let first = start.enumerated().sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.prefix(width)
    var kept = first.map { Hypothesis(last: link($0.offset, after: nil), sum: $0.element, length: 1) }
    var ended = kept.filter { $0.last.token == end }
    var beam = kept.filter { $0.last.token != end }
    for length in stride(from: 2, through: steps, by: 1) where !beam.isEmpty {
        let candidates = beam.enumerated().flatMap { rank, hypothesis in
            transitions[hypothesis.last.token].enumerated().map {
                (sum: hypothesis.sum + $0.element, rank: rank, token: $0.offset)
            }
        }
        let best = candidates.sorted { ($1.sum, $0.rank, $0.token) < ($0.sum, $1.rank, $1.token) }.prefix(width)
        kept = best.map {
            Hypothesis(last: link($0.token, after: beam[$0.rank].last), sum: $0.sum, length: length)
        }
        ended += kept.filter { $0.last.token == end }
        beam = kept.filter { $0.last.token != end }
    }
    let ranked = (ended + beam).enumerated().map { place, hypothesis in
        (score: hypothesis.sum / pow(Double(hypothesis.length), lengthExponent), place: place, hypothesis: hypothesis)
    }
    let result = ranked.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(width).map {
        (tokens: $0.hypothesis.tokens, score: $0.score)
    }
    while links.popLast() != nil {}
    return result
}
