import Glibc

/// A candidate for a place in the beam.
private struct Candidate: Comparable {
    var sum: Double
    var rank: Int
    var token: Int

    /// Whether `left` ranks before `right`.
    static func < (left: Candidate, right: Candidate) -> Bool {
        if left.sum != right.sum { return left.sum > right.sum }
        return left.rank != right.rank ? left.rank < right.rank : left.token < right.token
    }
}

/// Holds the best `capacity` candidates, the worst of them at the root.
private struct Heap {
    let capacity: Int
    private(set) var entries: [Candidate] = []

    init(capacity: Int) { self.capacity = capacity }

    mutating func offer(_ candidate: Candidate) {
        if entries.count < capacity {
            entries.append(candidate)
            var child = entries.count - 1
            while child > 0, entries[(child - 1) / 2] < entries[child] {
                entries.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if candidate < entries[0] {
            entries[0] = candidate
            var place = 0
            while true {
                var worst = place
                for child in [2 * place + 1, 2 * place + 2]
                where child < entries.count && entries[worst] < entries[child] {
                    worst = child
                }
                if worst == place { break }
                entries.swapAt(place, worst)
                place = worst
            }
        }
    }
}

/// A heap for the candidates of each step, and one table of pointers back for each step.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    var tokens: [[Int32]] = []
    var parents: [[Int32]] = []
    var live: [(place: Int, sum: Double)] = []
    var ended: [(step: Int, place: Int, sum: Double)] = []
    for step in 0..<steps {
        var heap = Heap(capacity: width)
        if step == 0 {
            for (token, value) in start.enumerated() { heap.offer(Candidate(sum: value, rank: 0, token: token)) }
        }
        for (rank, hypothesis) in live.enumerated() {
            let row = transitions[Int(tokens[step - 1][hypothesis.place])]
            for token in row.indices {
                heap.offer(Candidate(sum: hypothesis.sum + row[token], rank: rank, token: token))
            }
        }
        let kept = heap.entries.sorted()
        tokens.append(kept.map { Int32($0.token) })
        parents.append(kept.map { step == 0 ? -1 : Int32(live[$0.rank].place) })
        live = []
        for (place, candidate) in kept.enumerated() {
            if candidate.token == end {
                ended.append((step, place, candidate.sum))
            } else {
                live.append((place, candidate.sum))
            }
        }
        if live.isEmpty { break }
    }
    for hypothesis in live { ended.append((steps - 1, hypothesis.place, hypothesis.sum)) }

    var ranking: [(score: Double, index: Int)] = []
    for (index, hypothesis) in ended.enumerated() {
        ranking.append((hypothesis.sum / pow(Double(hypothesis.step + 1), lengthExponent), index))
    }
    ranking.sort { $0.score == $1.score ? $0.index < $1.index : $0.score > $1.score }
    return ranking.prefix(width).map { score, index in
        var place = ended[index].place
        var result = [Int](repeating: 0, count: ended[index].step + 1)
        for step in stride(from: ended[index].step, through: 0, by: -1) {
            result[step] = Int(tokens[step][place])
            place = Int(parents[step][place])
        }
        return (result, score)
    }
}
