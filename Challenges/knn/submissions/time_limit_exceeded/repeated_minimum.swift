// Right but too slow: looks for the nearest remaining point k times, which is q*n*k instead of q*n*log(n).
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        var distances = points.map { squaredDistance($0, query) }
        var votes: [Int] = []
        for _ in 0..<k {
            var nearest = -1
            for index in distances.indices where distances[index] < .infinity {
                if nearest < 0 || distances[index] < distances[nearest] { nearest = index }
            }
            votes.append(labels[nearest])
            distances[nearest] = .infinity
        }
        return vote(votes)
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
