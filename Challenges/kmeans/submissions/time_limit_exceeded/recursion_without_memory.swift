// Right, but the centroids after t rounds ask twice for those after t - 1, once of themselves and once for the labels:
// 2^iterations * n * k * d.

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

struct Definition {
    let points: [[Double]]
    let initialCentroids: [[Double]]

    func labels(after round: Int) -> [Int] {
        let centroids = centroids(after: round)
        return points.map { nearestIndex($0, centroids) }
    }

    func centroids(after round: Int) -> [[Double]] {
        if round == 0 { return initialCentroids }
        let labels = labels(after: round - 1)
        return centroids(after: round - 1).enumerated().map { index, centroid in
            var sum = [Double](repeating: 0, count: centroid.count)
            var count = 0
            for (point, label) in zip(points, labels) where label == index {
                count += 1
                for column in sum.indices { sum[column] += point[column] }
            }
            return count == 0 ? centroid : sum.map { $0 / Double(count) }
        }
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    let definition = Definition(points: points, initialCentroids: initialCentroids)
    return (definition.centroids(after: iterations), definition.labels(after: iterations))
}
