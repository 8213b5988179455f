// Right, but all neighbours are queued, also those that are queued already: space n^2 in a dense heap.
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
            let point = queue[head]
            head += 1
            let isKnown = labels[point] != unvisited && point != start
            if labels[point] < 0 { labels[point] = clusters }
            if isKnown { continue }
            let near = neighbours(of: point, in: points, radius)
            if near.count >= minimumPoints { queue += near.filter { $0 != start } }
        }
        clusters += 1
    }
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
