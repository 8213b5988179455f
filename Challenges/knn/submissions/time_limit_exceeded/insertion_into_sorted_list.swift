// Right but too slow: keeps the k best in order by insertion. When points come nearer and nearer, each insertion
// shifts the whole list, q*n*k. (Random order hides this: few points then get in at all.)
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        var best: [(distance: Double, label: Int)] = []
        for (point, label) in zip(points, labels) {
            let distance = squaredDistance(point, query)
            if best.count == k, distance >= best[k - 1].distance { continue }
            if best.count == k { best.removeLast() }
            var place = best.count
            while place > 0, best[place - 1].distance > distance { place -= 1 }
            best.insert((distance, label), at: place)
        }
        return vote(best.map { $0.label })
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
