// Crashes: a core point is one whose m-th nearest distance is within the radius, but there may be fewer than m points.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool { squaredDistance(points[a], points[b]) <= square }
    let isCore = points.map { point in
        points.map { squaredDistance($0, point) }.sorted()[minimumPoints - 1] <= square
    }
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
        for core in points.indices where isCore[core] && isNear(point, core) {
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
