struct Candidate {
    let distance: Double
    let index: Int
}

func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.distance == b.distance { return a.index < b.index }
    return a.distance < b.distance
}

func insert(_ candidate: Candidate, into best: inout [Candidate], limit: Int) {
    if best.count == limit {
        if !isBetter(candidate, best[best.count - 1]) { return }
        best.removeLast()
    }
    var low = 0
    var high = best.count
    while low < high {
        let middle = (low + high) / 2
        if isBetter(best[middle], candidate) {
            low = middle + 1
        } else {
            high = middle
        }
    }
    best.insert(candidate, at: low)
}

func vote(_ best: [Candidate], _ labels: [Int]) -> Int {
    var tally: [Int: Int] = [:]
    for candidate in best {
        tally[labels[candidate.index]] = (tally[labels[candidate.index]] ?? 0) + 1
    }
    var winner = Int.max
    var most = 0
    for (label, votes) in tally {
        if votes > most {
            most = votes
            winner = label
        } else if votes == most && label < winner {
            winner = label
        }
    }
    return winner
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var answers: [Int] = []
    for query in queries {
        var best: [Candidate] = []
        for (index, point) in points.enumerated() {
            var sum = 0.0
            for axis in 0..<query.count {
                sum += (point[axis] - query[axis]) * (point[axis] - query[axis])
            }
            insert(Candidate(distance: sum, index: index), into: &best, limit: k)
        }
        answers.append(vote(best, labels))
    }
    return answers
}
