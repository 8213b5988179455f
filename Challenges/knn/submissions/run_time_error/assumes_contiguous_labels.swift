// Crashes: counts votes in an array as long as there are classes, so a label beyond that is out of range.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let classes = Set(labels).count
    return queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        var counts = [Int](repeating: 0, count: classes)
        for neighbour in order.prefix(k) { counts[labels[neighbour.index]] += 1 }
        return counts.firstIndex(of: counts.max()!)!
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}
