// Right, but the neighbours of all points are kept at once: space n^2 in a dense heap.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    let neighbours = points.map { point in points.indices.filter { squaredDistance(points[$0], point) <= square } }
    var labels = [Int](repeating: -1, count: points.count)
    var clusters = 0
    for start in points.indices where labels[start] < 0 && neighbours[start].count >= minimumPoints {
        labels[start] = clusters
        var stack = [start]
        while let point = stack.popLast() {
            if neighbours[point].count < minimumPoints { continue }
            for other in neighbours[point] where labels[other] < 0 {
                labels[other] = clusters
                stack.append(other)
            }
        }
        clusters += 1
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
