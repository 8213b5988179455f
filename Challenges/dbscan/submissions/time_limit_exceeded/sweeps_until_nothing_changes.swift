// Right but too slow: core points take the smallest label around them until nothing changes. Along a chain a label moves a
// few points a sweep, so that there may be as many sweeps as points: n^3.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool { squaredDistance(points[a], points[b]) <= square }
    var counts = [Int](repeating: 0, count: points.count)
    for a in points.indices {
        for b in points.indices where isNear(a, b) { counts[a] += 1 }
    }
    let isCore = counts.map { $0 >= minimumPoints }
    var roots = Array(points.indices)
    var hasChanged = true
    while hasChanged {
        hasChanged = false
        for a in points.indices where isCore[a] {
            for b in points.indices where isCore[b] && roots[b] < roots[a] && isNear(a, b) {
                roots[a] = roots[b]
                hasChanged = true
            }
        }
    }
    // A cluster's smallest core point stands for it.
    var numbers = [Int](repeating: -1, count: points.count)
    var labels = [Int](repeating: -1, count: points.count)
    var clusters = 0
    for point in points.indices where isCore[point] {
        if roots[point] == point {
            numbers[point] = clusters
            clusters += 1
        }
        labels[point] = numbers[roots[point]]
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
