// Right, but a distance is summed by taking the differences from the front of a list, and each removal moves all that
// are left: time in d: d^2 instead of d.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let near = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }.sorted {
            $0 < $1
        }
        return vote(near.prefix(k).map { labels[$0.index] })
    }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var differences = a.indices.map { a[$0] - b[$0] }
    var sum = 0.0
    while !differences.isEmpty {
        let difference = differences.removeFirst()
        sum += difference * difference
    }
    return sum
}

/// The most frequent label, the smallest when tied.
private func vote(_ labels: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
}
