func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centroids = initialCentroids
    var labels = [Int](repeating: 0, count: points.count)

    func assignLabels() {
        for i in 0..<points.count {
            var minDistance = Double.infinity
            var minIndex = 0
            for j in 0..<centroids.count {
                let distance = squaredDistance(points[i], centroids[j])
                if distance < minDistance {
                    minDistance = distance
                    minIndex = j
                }
            }
            labels[i] = minIndex
        }
    }

    for _ in 0..<iterations {
        assignLabels()
        for j in 0..<centroids.count {
            let cluster = (0..<points.count).filter { labels[$0] == j }.map { points[$0] }
            if cluster.isEmpty { continue }
            for d in 0..<centroids[j].count {
                centroids[j][d] = cluster.map { $0[d] }.reduce(0, +) / Double(cluster.count)
            }
        }
    }
    assignLabels()
    return (centroids, labels)
}

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<a.count {
        sum += (a[i] - b[i]) * (a[i] - b[i])
    }
    return sum
}
