// Right, but for every point it works out the mean of the point's cluster again by a pass over all points:
// iterations * n^2 * d.

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
    var labels = points.map { nearestIndex($0, centroids) }
    for _ in 0..<iterations {
        for label in labels {
            var sum = [Double](repeating: 0, count: points[0].count)
            var count = 0
            for (point, other) in zip(points, labels) where other == label {
                count += 1
                for column in sum.indices { sum[column] += point[column] }
            }
            centroids[label] = sum.map { $0 / Double(count) }
        }
        labels = points.map { nearestIndex($0, centroids) }
    }
    return (centroids, labels)
}
