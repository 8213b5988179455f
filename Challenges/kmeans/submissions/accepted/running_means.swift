// Keeps a running mean for each cluster, so that no sum grows large, and gives up on a centroid as soon as the part of
// its distance that is summed reaches the best so far.

/// A cluster's mean, one point at a time: m += (x - m) / count.
struct RunningMean {
    private(set) var value: [Double]
    private(set) var count = 0

    init(dimension: Int) { value = [Double](repeating: 0, count: dimension) }

    mutating func add(_ point: [Double]) {
        count += 1
        for column in value.indices { value[column] += (point[column] - value[column]) / Double(count) }
    }
}

extension [[Double]] {
    /// The index of the row nearest to `point`, the lowest of equally near ones.
    func indexNearest(to point: [Double]) -> Int {
        var best = (index: 0, distance: Double.infinity)
        candidates: for (index, centroid) in self.enumerated() {
            var distance = 0.0
            for (x, c) in zip(point, centroid) {
                distance += (x - c) * (x - c)
                // At equality the earlier centroid has won already.
                if distance >= best.distance { continue candidates }
            }
            best = (index, distance)
        }
        return best.index
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    for _ in 0..<iterations {
        var means = [RunningMean](repeating: RunningMean(dimension: points[0].count), count: centroids.count)
        for point in points { means[centroids.indexNearest(to: point)].add(point) }
        for (index, mean) in means.enumerated() where mean.count > 0 { centroids[index] = mean.value }
    }
    return (centroids, points.map(centroids.indexNearest(to:)))
}
