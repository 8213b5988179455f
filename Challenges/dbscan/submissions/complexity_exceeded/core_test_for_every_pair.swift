// Right, but whether a neighbour is a core point is counted anew for every pair: time n^3 in a dense heap.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool { squaredDistance(points[a], points[b]) <= square }
    func isCore(_ a: Int) -> Bool {
        var count = 0
        for b in points.indices where isNear(a, b) { count += 1 }
        return count >= minimumPoints
    }
    var labels = [Int](repeating: -1, count: points.count)
    var clusters = 0
    for start in points.indices where labels[start] < 0 && isCore(start) {
        labels[start] = clusters
        var stack = [start]
        while let point = stack.popLast() {
            for other in points.indices where isNear(point, other) && isCore(other) && labels[other] < 0 {
                labels[other] = clusters
                stack.append(other)
            }
        }
        clusters += 1
    }
    for point in points.indices where !isCore(point) {
        for core in points.indices where isNear(point, core) && isCore(core) {
            if labels[point] < 0 || labels[core] < labels[point] { labels[point] = labels[core] }
        }
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
