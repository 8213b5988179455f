// Crashes: counts members in a table by label, and noise has the label -1.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var labels = [Int](repeating: unvisited, count: points.count)
    var clusters = 0
    for start in points.indices where labels[start] == unvisited {
        if neighbours(of: start, in: points, radius).count < minimumPoints {
            labels[start] = noise
            continue
        }
        labels[start] = clusters
        var queue = [start]
        var head = 0
        while head < queue.count {
            let near = neighbours(of: queue[head], in: points, radius)
            head += 1
            if near.count < minimumPoints { continue }
            for other in near where labels[other] < 0 {
                if labels[other] == unvisited { queue.append(other) }
                labels[other] = clusters
            }
        }
        clusters += 1
    }
    var sizes = [Int](repeating: 0, count: clusters)
    for label in labels { sizes[label] += 1 }
    return labels
}

private let noise = -1
private let unvisited = -2

/// The indices of all points within `radius` of one, itself included.
private func neighbours(of index: Int, in points: [[Double]], _ radius: Double) -> [Int] {
    points.indices.filter { squaredDistance(points[$0], points[index]) <= radius * radius }
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
