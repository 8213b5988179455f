// Mistake: the loop ends before the k-th neighbour.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        return vote((0..<max(1, k - 1)).map { labels[order[$0].index] })
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
