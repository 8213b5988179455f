// Mistake: moves a centroid as soon as it gains a point (MacQueen's variant), so that later points of the round meet
// other centroids than earlier ones.

func nearestIndex(_ point: [Double], _ centroids: [[Double]]) -> Int {
    let distances = centroids.map { centroid in zip(point, centroid).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
    return distances.indices.min { distances[$0] < distances[$1] }!
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        var counts = [Int](repeating: 0, count: centroids.count)
        for point in points {
            let label = nearestIndex(point, centroids)
            counts[label] += 1
            if counts[label] == 1 { centroids[label] = point }
            for column in point.indices {
                centroids[label][column] += (point[column] - centroids[label][column]) / Double(counts[label])
            }
        }
    }
    return (centroids, points.map { nearestIndex($0, centroids) })
}
