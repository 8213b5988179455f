// Mistake: selects the k nearest by partitions that compare distances only; the swaps mix up equally distant points.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var random = SystemRandomNumberGenerator()
    return queries.map { query in
        var near = zip(points, labels).map { (distance: squaredDistance($0, query), label: $1) }
        var low = 0
        var high = near.count - 1
        while low < high {
            let pivot = near[Int.random(in: low...high, using: &random)].distance
            var left = low
            var right = high
            while left <= right {
                while near[left].distance < pivot { left += 1 }
                while near[right].distance > pivot { right -= 1 }
                if left <= right {
                    near.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if k - 1 <= right { high = right } else if k - 1 >= left { low = left } else { break }
        }
        return vote(near.prefix(k).map { $0.label })
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
