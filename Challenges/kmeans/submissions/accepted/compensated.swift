// Column by column, with true distances (square roots) and compensated sums (Kahan), the centroid with the highest
// index first.

/// A sum that carries what rounding lost.
struct KahanSum {
    private(set) var value = 0.0
    private var lost = 0.0

    mutating func add(_ term: Double) {
        let corrected = term - lost
        let next = value + corrected
        lost = (next - value) - corrected
        value = next
    }
}

final class Clustering {
    private let columns: [[Double]]
    private let count: Int
    private(set) var centroids: [[Double]]

    init(points: [[Double]], centroids: [[Double]]) {
        columns = points[0].indices.map { column in points.map { $0[column] } }
        count = points.count
        self.centroids = centroids
    }

    func labels() -> [Int] {
        var labels = [Int](repeating: 0, count: count)
        var least = [Double](repeating: .infinity, count: count)
        for index in centroids.indices.reversed() {
            var squares = [Double](repeating: 0, count: count)
            for (column, values) in columns.enumerated() {
                let centre = centroids[index][column]
                for point in 0..<count { squares[point] += (values[point] - centre) * (values[point] - centre) }
            }
            for point in 0..<count {
                let distance = squares[point].squareRoot()
                // Less or equal: the indices fall, so the lower one takes a tie.
                if distance <= least[point] {
                    least[point] = distance
                    labels[point] = index
                }
            }
        }
        return labels
    }

    func update() {
        let labels = labels()
        var counts = [Int](repeating: 0, count: centroids.count)
        for label in labels { counts[label] += 1 }
        for (column, values) in columns.enumerated() {
            var sums = [KahanSum](repeating: KahanSum(), count: centroids.count)
            for point in 0..<count { sums[labels[point]].add(values[point]) }
            for index in centroids.indices where counts[index] > 0 {
                centroids[index][column] = sums[index].value / Double(counts[index])
            }
        }
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    let clustering = Clustering(points: points, centroids: initialCentroids)
    for _ in 0..<iterations { clustering.update() }
    return (clustering.centroids, clustering.labels())
}
