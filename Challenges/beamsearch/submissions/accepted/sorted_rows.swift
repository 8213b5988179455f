import Glibc

/// The table does not change, so that each row is sorted once. Then the candidates of a step are sorted lists, one for each hypothesis, and a
/// heap of their heads gives the best `width` without a look at the others.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    let order = transitions.map { row in
        row.indices.sorted { row[$0] != row[$1] ? row[$0] > row[$1] : $0 < $1 }
    }
    let first = start.indices.sorted { start[$0] != start[$1] ? start[$0] > start[$1] : $0 < $1 }
    var nodes: [(token: Int, parent: Int)] = []
    var live: [(node: Int, sum: Double)] = []
    var ended: [(node: Int, sum: Double, length: Int)] = []

    func keep(_ token: Int, after parent: Int, _ sum: Double, at step: Int, in next: inout [(node: Int, sum: Double)]) {
        if token == end {
            ended.append((nodes.count, sum, step))
        } else {
            next.append((nodes.count, sum))
        }
        nodes.append((token, parent))
    }

    for token in first.prefix(width) { keep(token, after: -1, start[token], at: 1, in: &live) }
    var step = 2
    while step <= steps, !live.isEmpty {
        var heads = Heads()
        for (rank, hypothesis) in live.enumerated() {
            let last = nodes[hypothesis.node].token
            let token = order[last][0]
            heads.push(Head(sum: hypothesis.sum + transitions[last][token], rank: rank, token: token, place: 0))
        }
        var next: [(node: Int, sum: Double)] = []
        var kept = 0
        while kept < width, let head = heads.pop() {
            let hypothesis = live[head.rank]
            let last = nodes[hypothesis.node].token
            keep(head.token, after: hypothesis.node, head.sum, at: step, in: &next)
            kept += 1
            if head.place + 1 < order[last].count {
                let token = order[last][head.place + 1]
                let sum = hypothesis.sum + transitions[last][token]
                heads.push(Head(sum: sum, rank: head.rank, token: token, place: head.place + 1))
            }
        }
        live = next
        step += 1
    }
    ended += live.map { ($0.node, $0.sum, steps) }

    let scores = ended.map { $0.sum / pow(Double($0.length), lengthExponent) }
    return scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(width).map { index in
        let path = sequence(first: ended[index].node) { nodes[$0].parent < 0 ? nil : nodes[$0].parent }
        return (path.map { nodes[$0].token }.reversed(), scores[index])
    }
}

/// The best continuation of a hypothesis that was not taken yet.
private struct Head {
    var sum: Double
    var rank: Int
    var token: Int
    var place: Int

    func isBefore(_ other: Head) -> Bool {
        sum != other.sum ? sum > other.sum : (rank, token) < (other.rank, other.token)
    }
}

/// A binary heap, the best at the root.
private struct Heads {
    var entries: [Head] = []

    mutating func push(_ head: Head) {
        entries.append(head)
        var place = entries.count - 1
        while place > 0, entries[place].isBefore(entries[(place - 1) / 2]) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() -> Head? {
        guard let best = entries.first else { return nil }
        let last = entries.removeLast()
        if entries.isEmpty { return best }
        entries[0] = last
        var place = 0
        while 2 * place + 1 < entries.count {
            var child = 2 * place + 1
            if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
            if !entries[child].isBefore(entries[place]) { break }
            entries.swapAt(child, place)
            place = child
        }
        return best
    }
}
