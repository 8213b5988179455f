// Mistake: a tied vote goes to the label that is met first, which is that of the nearest neighbour.
// Some libraries do this; the statement asks for the smallest label.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        let votes = order.prefix(k).map { labels[$0.index] }
        var counts: [Int: Int] = [:]
        for label in votes { counts[label, default: 0] += 1 }
        var best = votes[0]
        for label in votes where counts[label]! > counts[best]! { best = label }
        return best
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}
