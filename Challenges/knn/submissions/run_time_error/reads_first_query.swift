// Crashes: takes the dimension from the first query, which need not exist.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let dimension = queries[0].count
    return queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query, dimension), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        return vote(order.prefix(k).map { labels[$0.index] })
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double], _ dimension: Int) -> Double {
    (0..<dimension).reduce(0) { $0 + (a[$1] - b[$1]) * (a[$1] - b[$1]) }
}

/// The most frequent label, the smallest when tied.
private func vote(_ labels: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
}
