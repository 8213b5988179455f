// Right, but each level of a recursion holds on to its list of neighbours: space n^2 in a dense heap.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func neighbours(_ point: Int) -> [Int] {
        points.indices.filter { squaredDistance(points[$0], points[point]) <= square }
    }
    var labels = [Int](repeating: -1, count: points.count)
    func expand(_ near: [Int], _ cluster: Int) {
        for other in near where labels[other] < 0 {
            labels[other] = cluster
            let further = neighbours(other)
            if further.count >= minimumPoints { expand(further, cluster) }
        }
    }
    var clusters = 0
    for start in points.indices where labels[start] < 0 {
        let near = neighbours(start)
        if near.count < minimumPoints { continue }
        expand(near, clusters)
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
