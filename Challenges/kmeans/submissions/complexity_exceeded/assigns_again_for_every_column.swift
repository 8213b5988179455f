// Right, but the means are taken column by column, and for each column all points are assigned again: time in d: d^2
// instead of d.

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

/// One column of the means of all clusters; an empty cluster keeps its centroid.
func means(ofColumn column: Int, _ points: [[Double]], _ centroids: [[Double]]) -> [Double] {
    var sums = [Double](repeating: 0, count: centroids.count)
    var counts = [Int](repeating: 0, count: centroids.count)
    for point in points {
        let label = nearestIndex(point, centroids)
        sums[label] += point[column]
        counts[label] += 1
    }
    return centroids.indices.map { counts[$0] == 0 ? centroids[$0][column] : sums[$0] / Double(counts[$0]) }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        let columns = points[0].indices.map { means(ofColumn: $0, points, centroids) }
        centroids = centroids.indices.map { index in columns.map { $0[index] } }
    }
    return (centroids, points.map { nearestIndex($0, centroids) })
}
