// Right, but up to a thousand neighbours are found one by one, each by a pass over all points, in the belief that this
// is cheaper than sorting: time in k: n*k instead of constant.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let distances = points.map { squaredDistance($0, query) }
        let neighbours = k <= 1000 ? nearestByPasses(distances, k) : nearestBySorting(distances, k)
        return vote(neighbours.map { labels[$0] })
    }
}

private func nearestByPasses(_ distances: [Double], _ k: Int) -> [Int] {
    var remaining = distances
    return (0..<k).map { _ in
        var nearest = 0
        // Strictly less, so that the earlier point keeps a tie.
        for index in remaining.indices where remaining[index] < remaining[nearest] { nearest = index }
        remaining[nearest] = .infinity
        return nearest
    }
}

private func nearestBySorting(_ distances: [Double], _ k: Int) -> [Int] {
    // Stable: equal distances stay in the order of the points.
    Array(distances.indices.sorted { distances[$0] < distances[$1] }.prefix(k))
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
