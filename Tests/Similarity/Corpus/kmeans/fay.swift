/// Columns are kept apart, so that each inner loop runs over one of them.
func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    let dimensions = initialCentroids[0].indices
    let columns = dimensions.map { axis in points.map { point in point[axis] } }
    var means = dimensions.map { axis in initialCentroids.map { row in row[axis] } }

    func labelling() -> [Int] {
        var nearest = [(cost: Double, cluster: Int)](repeating: (.infinity, 0), count: points.count)
        for cluster in initialCentroids.indices {
            var costs = [Double](repeating: 0, count: points.count)
            for axis in dimensions {
                let mean = means[axis][cluster]
                for (row, value) in columns[axis].enumerated() {
                    costs[row] += (value - mean) * (value - mean)
                }
            }
            for (row, cost) in costs.enumerated() where cost < nearest[row].cost {
                nearest[row] = (cost, cluster)
            }
        }
        return nearest.map(\.cluster)
    }

    for _ in 0..<iterations {
        let labels = labelling()
        let sizes = labels.reduce(into: [Int](repeating: 0, count: initialCentroids.count)) { $0[$1] += 1 }
        for axis in dimensions {
            var sums = sizes.map { _ in 0.0 }
            for (label, value) in zip(labels, columns[axis]) { sums[label] += value }
            means[axis] = zip(zip(sums, sizes), means[axis]).map { $0.1 > 0 ? $0.0 / Double($0.1) : $1 }
        }
    }
    let centroids = initialCentroids.indices.map { cluster in dimensions.map { axis in means[axis][cluster] } }
    return (centroids, labelling())
}
