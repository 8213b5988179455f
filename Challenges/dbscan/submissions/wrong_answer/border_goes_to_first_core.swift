// Mistake: a border point goes to the cluster of its core neighbour of smallest index; that cluster may have been found
// later, by another core point.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool { squaredDistance(points[a], points[b]) <= square }
    var counts = [Int](repeating: 0, count: points.count)
    for a in points.indices {
        for b in points.indices where isNear(a, b) { counts[a] += 1 }
    }
    let isCore = counts.map { $0 >= minimumPoints }
    var labels = [Int](repeating: -1, count: points.count)
    var clusters = 0
    for start in points.indices where isCore[start] && labels[start] < 0 {
        labels[start] = clusters
        var stack = [start]
        while let point = stack.popLast() {
            for other in points.indices where isCore[other] && labels[other] < 0 && isNear(point, other) {
                labels[other] = clusters
                stack.append(other)
            }
        }
        clusters += 1
    }
    for point in points.indices where !isCore[point] {
        if let core = points.indices.first(where: { isCore[$0] && isNear(point, $0) }) { labels[point] = labels[core] }
    }
    return labels
}

/// The sum of squared differences of two rows of equal length.
private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices {
        let difference = a[column] - b[column]
        sum += difference * difference
    }
    return sum
}
