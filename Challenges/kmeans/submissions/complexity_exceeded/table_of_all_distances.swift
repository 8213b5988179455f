// Right, but a table holds the distances of all points to all centroids before the first of them is compared: space
// in k: n*k instead of k*d, beside the n*d + n that the points take.

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

func assignment(_ points: [[Double]], _ centroids: [[Double]]) -> [Int] {
    let table = points.map { point in centroids.map { squaredDistance(point, $0) } }
    // `firstIndex` of the least: the lowest of equally near centroids.
    return table.map { row in row.firstIndex(of: row.min()!)! }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: points[0].count), count: centroids.count)
        var counts = [Int](repeating: 0, count: centroids.count)
        for (point, label) in zip(points, assignment(points, centroids)) {
            counts[label] += 1
            for column in point.indices { sums[label][column] += point[column] }
        }
        for index in centroids.indices where counts[index] > 0 {
            centroids[index] = sums[index].map { $0 / Double(counts[index]) }
        }
    }
    return (centroids, assignment(points, centroids))
}
