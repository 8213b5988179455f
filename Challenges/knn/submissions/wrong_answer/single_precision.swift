// Mistake: computes in Float to save memory; 24 bits do not hold the differences of large numbers, nor their squares.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let points = points.map { $0.map { Float($0) } }
    return queries.map { query in
        let query = query.map { Float($0) }
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        return vote(order.prefix(k).map { labels[$0.index] })
    }
}

private func squaredDistance(_ a: [Float], _ b: [Float]) -> Float {
    var sum = Float(0)
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

/// The most frequent label, the smallest when tied.
private func vote(_ labels: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
}
