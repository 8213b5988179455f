// Mistake: brings every column to the range 0 to 1 first. Often wise in practice, but it is another metric.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let low = points[0].indices.map { column in points.map { $0[column] }.min()! }
    let high = points[0].indices.map { column in points.map { $0[column] }.max()! }
    func normalised(_ row: [Double]) -> [Double] {
        row.indices.map { (row[$0] - low[$0]) / (high[$0] > low[$0] ? high[$0] - low[$0] : 1) }
    }
    let rows = points.map(normalised)
    return queries.map { query in
        let query = normalised(query)
        let order = rows.indices.map { (distance: squaredDistance(rows[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        return vote(order.prefix(k).map { labels[$0.index] })
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
