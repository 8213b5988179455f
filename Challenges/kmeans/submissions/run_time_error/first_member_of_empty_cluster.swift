// Mistake: takes the first member of every cluster, also of an empty one.

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
        var clusters = [[[Double]]](repeating: [], count: centroids.count)
        for point in points { clusters[nearestIndex(point, centroids)].append(point) }
        centroids = clusters.map { members in
            var sum = members.first!
            for member in members.dropFirst() {
                for column in sum.indices { sum[column] += member[column] }
            }
            return sum.map { $0 / Double(members.count) }
        }
    }
    return (centroids, points.map { nearestIndex($0, centroids) })
}
