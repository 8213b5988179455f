// Right, but the neighbours of all queries are gathered first, and vote afterwards: space in k: q*k instead of constant.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let neighbours = queries.map { query in
        var near = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
        near.sort { $0 < $1 }
        // A new array: the slice would hold on to all points.
        return Array(near.prefix(k))
    }
    return neighbours.map { near in vote(near.map { labels[$0.index] }) }
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
