// Mistake: weights each vote by the inverse of its distance; the task is a plain majority.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let order = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        var weights: [Int: Double] = [:]
        for neighbour in order.prefix(k) {
            weights[labels[neighbour.index], default: 0] += 1 / (neighbour.distance.squareRoot() + 1e-9)
        }
        return weights.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}
