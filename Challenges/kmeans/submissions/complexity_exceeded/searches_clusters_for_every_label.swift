// Right, but clusters are lists of members, and at the end every point is looked up in them to learn its label:
// time in n: n^2 instead of n.

/// The index of the centroid nearest to `point`; of equally near ones the lowest.
func nearestIndex(_ point: [Double], _ centroids: [[Double]]) -> Int {
    var best = 0
    var bestDistance = Double.infinity
    for (index, centroid) in centroids.enumerated() {
        var distance = 0.0
        for column in 0..<point.count {
            let difference = point[column] - centroid[column]
            distance += difference * difference
        }
        // Strictly less, so that the lower index keeps a tie.
        if distance < bestDistance {
            bestDistance = distance
            best = index
        }
    }
    return best
}

/// For each centroid the points that are nearest to it.
func clusters(_ points: [[Double]], _ centroids: [[Double]]) -> [[Int]] {
    var clusters = [[Int]](repeating: [], count: centroids.count)
    for (index, point) in points.enumerated() { clusters[nearestIndex(point, centroids)].append(index) }
    return clusters
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        for (index, members) in clusters(points, centroids).enumerated() where !members.isEmpty {
            for column in points[0].indices {
                let sum = members.reduce(0) { $0 + points[$1][column] }
                centroids[index][column] = sum / Double(members.count)
            }
        }
    }
    let last = clusters(points, centroids)
    let labels = points.indices.map { point in last.firstIndex { $0.contains(point) }! }
    return (centroids, labels)
}
