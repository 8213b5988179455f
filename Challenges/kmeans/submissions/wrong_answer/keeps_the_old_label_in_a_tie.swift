// Mistake: a point changes its cluster only for a strictly nearer centroid, so that a tie keeps the label of before.

/// The index of the centroid nearest to `point`, which has had `label` so far.
func nearestIndex(_ point: [Double], _ centroids: [[Double]], _ label: Int) -> Int {
    var best = label
    var bestDistance = Double.infinity
    for (index, centroid) in [(label, centroids[label])] + Array(centroids.enumerated()) {
        var distance = 0.0
        for column in 0..<point.count {
            let difference = point[column] - centroid[column]
            distance += difference * difference
        }
        // Strictly less, so that the old label keeps a tie.
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
    var labels = points.map { nearestIndex($0, centroids, 0) }
    for _ in 0..<iterations {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: points[0].count), count: centroids.count)
        var counts = [Int](repeating: 0, count: centroids.count)
        for (point, label) in zip(points, labels) {
            counts[label] += 1
            for column in 0..<point.count { sums[label][column] += point[column] }
        }
        // An empty cluster keeps its centroid.
        for index in centroids.indices where counts[index] > 0 {
            for column in sums[index].indices { centroids[index][column] = sums[index][column] / Double(counts[index]) }
        }
        labels = zip(points, labels).map { nearestIndex($0, centroids, $1) }
    }
    return (centroids, labels)
}
