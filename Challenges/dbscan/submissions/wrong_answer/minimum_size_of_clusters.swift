// Mistake: every point spreads, and clusters of fewer than minimumPoints are dropped: single linkage, not density.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    var labels = [Int](repeating: -2, count: points.count)
    var clusters = 0
    for start in points.indices where labels[start] == -2 {
        labels[start] = clusters
        var members = [start]
        var head = 0
        while head < members.count {
            let point = members[head]
            head += 1
            for other in points.indices
            where labels[other] == -2 && squaredDistance(points[point], points[other]) <= square {
                labels[other] = clusters
                members.append(other)
            }
        }
        if members.count < minimumPoints {
            for member in members { labels[member] = -1 }
        } else {
            clusters += 1
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
