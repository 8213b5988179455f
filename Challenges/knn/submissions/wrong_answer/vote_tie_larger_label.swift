// Mistake: a tied vote goes to the larger label, by comparing `>=` on labels in rising order.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        var counts: [Int: Int] = [:]
        for neighbour in order.prefix(k) { counts[labels[neighbour.index], default: 0] += 1 }
        var best = (label: -1, count: 0)
        for (label, count) in counts.sorted(by: { $0.key < $1.key }) where count >= best.count {
            best = (label, count)
        }
        return best.label
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}
