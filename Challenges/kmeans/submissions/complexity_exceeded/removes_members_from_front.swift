// Right, but a cluster's mean is taken by emptying its list of members from the front, and each removal moves all that
// is left: time in n: n^2 instead of n.

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

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        var members = [[Int]](repeating: [], count: centroids.count)
        for (index, point) in points.enumerated() { members[nearestIndex(point, centroids)].append(index) }
        for cluster in centroids.indices where !members[cluster].isEmpty {
            let size = Double(members[cluster].count)
            var sum = [Double](repeating: 0, count: points[0].count)
            while !members[cluster].isEmpty {
                let point = points[members[cluster].removeFirst()]
                for column in sum.indices { sum[column] += point[column] }
            }
            centroids[cluster] = sum.map { $0 / size }
        }
    }
    return (centroids, points.map { nearestIndex($0, centroids) })
}
