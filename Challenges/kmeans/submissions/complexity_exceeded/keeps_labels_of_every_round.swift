// Right, but the labels of all rounds are kept, although only the last ones are asked for: space in iterations:
// n*iterations instead of n.

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
    var history = [points.map { nearestIndex($0, centroids) }]
    for round in 0..<iterations {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: points[0].count), count: centroids.count)
        var counts = [Int](repeating: 0, count: centroids.count)
        for (point, label) in zip(points, history[round]) {
            counts[label] += 1
            for column in point.indices { sums[label][column] += point[column] }
        }
        // An empty cluster keeps its centroid.
        for index in centroids.indices where counts[index] > 0 {
            centroids[index] = sums[index].map { $0 / Double(counts[index]) }
        }
        history.append(points.map { nearestIndex($0, centroids) })
    }
    return (centroids, history[iterations])
}
