// Mistake: compares the first two centroids before the loop over the others; with k = 1 there is no second.

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += (x - y) * (x - y) }
    return sum
}

func nearestIndex(_ point: [Double], _ centroids: [[Double]]) -> Int {
    var best = squaredDistance(point, centroids[1]) < squaredDistance(point, centroids[0]) ? 1 : 0
    for index in centroids.indices.dropFirst(2)
    where squaredDistance(point, centroids[index]) < squaredDistance(point, centroids[best]) {
        best = index
    }
    return best
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: points[0].count), count: centroids.count)
        var counts = [Int](repeating: 0, count: centroids.count)
        for point in points {
            let label = nearestIndex(point, centroids)
            counts[label] += 1
            for column in 0..<point.count { sums[label][column] += point[column] }
        }
        // An empty cluster keeps its centroid.
        for index in centroids.indices where counts[index] > 0 {
            for column in sums[index].indices { centroids[index][column] = sums[index][column] / Double(counts[index]) }
        }
    }
    return (centroids, points.map { nearestIndex($0, centroids) })
}
