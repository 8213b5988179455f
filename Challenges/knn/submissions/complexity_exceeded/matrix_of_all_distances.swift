// Right, but a matrix holds the distances of all queries to all points before the first query is answered: space in q:
// q*n instead of q, beside the n*d that the points take.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let matrix = queries.map { query in points.map { squaredDistance($0, query) } }
    return matrix.map { distances in
        let order = distances.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
        return vote(order.prefix(k).map { labels[$0] })
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
