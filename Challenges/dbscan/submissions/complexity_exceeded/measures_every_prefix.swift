// Right, but to stop early the sum is measured anew for each further column: time in d: d^2.
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
    return labels
}

private let noise = -1
private let unvisited = -2

/// The indices of all points within `radius` of one, itself included.
private func neighbours(of index: Int, in points: [[Double]], _ radius: Double) -> [Int] {
    points.indices.filter { isNear(points[$0], points[index], radius * radius) }
}

/// Gives up as soon as the first columns alone are too far apart.
private func isNear(_ a: [Double], _ b: [Double], _ square: Double) -> Bool {
    (1...a.count).allSatisfy { squaredDistance(a.prefix($0), b.prefix($0)) <= square }
}

private func squaredDistance(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
}
