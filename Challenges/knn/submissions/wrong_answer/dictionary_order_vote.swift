// Mistake: a tied vote goes to whichever label the dictionary lists first, which is any of them.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        var counts: [Int: Int] = [:]
        for neighbour in order.prefix(k) { counts[labels[neighbour.index], default: 0] += 1 }
        return counts.max { $0.value < $1.value }!.key
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}
