// Right but too slow: selection around the first element, which is the worst pivot when points come sorted by
// distance: each pass then removes one point, q*n^2.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        var near = points.indices.map { (distance: squaredDistance(points[$0], query), index: $0) }
        var low = 0
        var high = near.count - 1
        while low < high {
            let pivot = near[low]
            var end = low
            for index in (low + 1)...high where (near[index].distance, near[index].index) < pivot {
                end += 1
                near.swapAt(end, index)
            }
            near.swapAt(low, end)
            if end == k - 1 { break }
            if end < k - 1 { low = end + 1 } else { high = end - 1 }
        }
        return vote(near.prefix(k).map { labels[$0.index] })
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
