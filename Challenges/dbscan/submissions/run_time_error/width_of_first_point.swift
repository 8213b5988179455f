// Crashes: takes the number of columns from the first point, which need not exist.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let width = points[0].count
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool { squaredDistance(points[a], points[b], width) <= square }
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
        for core in points.indices where isCore[core] && isNear(point, core) {
            if labels[point] < 0 || labels[core] < labels[point] { labels[point] = labels[core] }
        }
    }
    return labels
}

private func squaredDistance(_ a: [Double], _ b: [Double], _ width: Int) -> Double {
    (0..<width).reduce(0) { $0 + (a[$1] - b[$1]) * (a[$1] - b[$1]) }
}
