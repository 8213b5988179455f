// Right but too slow: finds one neighbour a round, and measures all distances again in each, q*n*k*d.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        var isTaken = [Bool](repeating: false, count: points.count)
        var votes: [Int] = []
        for _ in 0..<k {
            var nearest = (distance: Double.infinity, index: -1)
            for index in points.indices where !isTaken[index] {
                let distance = squaredDistance(points[index], query)
                if distance < nearest.distance { nearest = (distance, index) }
            }
            isTaken[nearest.index] = true
            votes.append(labels[nearest.index])
        }
        return vote(votes)
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

/// The most frequent label, the smallest when tied.
private func vote(_ labels: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
}
