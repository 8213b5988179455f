// Right, but to see whether a centroid is the nearest one, the least of all distances is worked out again for each of
// them: time in k: k^2 instead of k.

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

/// The index of the centroid nearest to `point`; of equally near ones the lowest.
func nearestIndex(_ point: [Double], _ centroids: [[Double]]) -> Int {
    let nearest = centroids.indices.filter { index in
        squaredDistance(point, centroids[index]) == centroids.map { squaredDistance(point, $0) }.min()!
    }
    return nearest[0]
}

/// The centroids after one more round.
func moved(_ centroids: [[Double]], _ points: [[Double]]) -> [[Double]] {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: points[0].count), count: centroids.count)
    var counts = [Int](repeating: 0, count: centroids.count)
    for point in points {
        let label = nearestIndex(point, centroids)
        counts[label] += 1
        for column in 0..<point.count { sums[label][column] += point[column] }
    }
    // An empty cluster keeps its centroid.
    return centroids.indices.map { index in
        counts[index] == 0 ? centroids[index] : sums[index].map { $0 / Double(counts[index]) }
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations { centroids = moved(centroids, points) }
    return (centroids, points.map { nearestIndex($0, centroids) })
}
