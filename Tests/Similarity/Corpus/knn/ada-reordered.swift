func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var answers: [Int] = []
    for query in queries {
        var best: [Candidate] = []
        for (index, point) in points.enumerated() {
            var sum = 0.0
            for axis in 0..<query.count {
                sum += (point[axis] - query[axis]) * (point[axis] - query[axis])
            }
            insert(Candidate(index: index, distance: sum), into: &best, limit: k)
        }
        answers.append(vote(best, labels))
    }
    return answers
}

func vote(_ best: [Candidate], _ labels: [Int]) -> Int {
    var most = 0
    var winner = Int.max
    var tally: [Int: Int] = [:]
    for candidate in best {
        tally[labels[candidate.index]] = (tally[labels[candidate.index]] ?? 0) + 1
    }
    for (label, votes) in tally {
        if votes == most && label < winner {
            winner = label
        } else if votes > most {
            winner = label
            most = votes
        }
    }
    return winner
}

func insert(_ candidate: Candidate, into best: inout [Candidate], limit: Int) {
    if best.count == limit {
        if !isBetter(candidate, best[best.count - 1]) { return }
        best.removeLast()
    }
    var high = best.count
    var low = 0
    while low < high {
        let middle = (low + high) / 2
        if !isBetter(best[middle], candidate) {
            high = middle
        } else {
            low = middle + 1
        }
    }
    best.insert(candidate, at: low)
}

func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.distance == b.distance { return a.index < b.index }
    return a.distance < b.distance
}

struct Candidate {
    let index: Int
    let distance: Double
}
