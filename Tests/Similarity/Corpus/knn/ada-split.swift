struct Candidate {
    let distance: Double
    let index: Int

    func isBetter(than other: Candidate) -> Bool {
        if distance == other.distance { return index < other.index }
        return distance < other.distance
    }
}

func place(of candidate: Candidate, in best: [Candidate]) -> Int {
    var low = 0
    var high = best.count
    while low < high {
        let middle = (low + high) / 2
        if best[middle].isBetter(than: candidate) {
            low = middle + 1
        } else {
            high = middle
        }
    }
    return low
}

func makeRoom(for candidate: Candidate, in best: inout [Candidate], limit: Int) -> Bool {
    if best.count < limit { return true }
    if !candidate.isBetter(than: best[best.count - 1]) { return false }
    best.removeLast()
    return true
}

func insert(_ candidate: Candidate, into best: inout [Candidate], limit: Int) {
    if makeRoom(for: candidate, in: &best, limit: limit) {
        best.insert(candidate, at: place(of: candidate, in: best))
    }
}

func count(_ best: [Candidate], _ labels: [Int]) -> [Int: Int] {
    var tally: [Int: Int] = [:]
    for candidate in best {
        tally[labels[candidate.index]] = (tally[labels[candidate.index]] ?? 0) + 1
    }
    return tally
}

func winner(of tally: [Int: Int]) -> Int {
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

func squaredDistance(_ point: [Double], _ query: [Double]) -> Double {
    var sum = 0.0
    for axis in 0..<query.count {
        sum += (point[axis] - query[axis]) * (point[axis] - query[axis])
    }
    return sum
}

func classify(_ query: [Double], _ points: [[Double]], _ labels: [Int], _ k: Int) -> Int {
    var best: [Candidate] = []
    for (index, point) in points.enumerated() {
        insert(Candidate(distance: squaredDistance(point, query), index: index), into: &best, limit: k)
    }
    return winner(of: count(best, labels))
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var answers: [Int] = []
    for query in queries {
        answers.append(classify(query, points, labels, k))
    }
    return answers
}
