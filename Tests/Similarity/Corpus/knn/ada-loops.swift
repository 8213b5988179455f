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
    repeat {
        if low >= high { break }
        let middle = (low + high) / 2
        if isBetter(best[middle], candidate) {
            low = middle + 1
        } else {
            high = middle
        }
    } while true
    best.insert(candidate, at: low)
}

func vote(_ best: [Candidate], _ labels: [Int]) -> Int {
    var tally: [Int: Int] = [:]
    var position = 0
    while position < best.count {
        let label = labels[best[position].index]
        tally[label] = (tally[label] ?? 0) + 1
        position += 1
    }
    let most = tally.values.reduce(0) { max($0, $1) }
    return tally.filter { $0.value == most }.keys.reduce(Int.max) { min($0, $1) }
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    return queries.map { query in
        var best: [Candidate] = []
        var index = 0
        while index < points.count {
            let point = points[index]
            let sum = query.indices.reduce(0.0) { sum, axis in
                sum + (point[axis] - query[axis]) * (point[axis] - query[axis])
            }
            insert(Candidate(distance: sum, index: index), into: &best, limit: k)
            index += 1
        }
        return vote(best, labels)
    }
}
