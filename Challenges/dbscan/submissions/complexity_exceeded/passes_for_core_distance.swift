// Right, but the m-th nearest distance is found by m passes over the points: time in m: m instead of constant.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool { squaredDistance(points[a], points[b]) <= square }
    let isCore = points.indices.map { isDense($0, points, square, minimumPoints) }
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

/// Whether the m-th nearest point is within the radius, by m passes that each take the next distance.
private func isDense(_ index: Int, _ points: [[Double]], _ square: Double, _ minimum: Int) -> Bool {
    var distances = points.map { squaredDistance($0, points[index]) }
    if minimum > distances.count { return false }
    for place in 0..<minimum {
        var least = place
        for other in place..<distances.count where distances[other] < distances[least] { least = other }
        distances.swapAt(place, least)
    }
    return distances[minimum - 1] <= square
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
