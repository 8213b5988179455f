// One flat array each for points, centroids and sums; stops as soon as a round changes no label, because every later
// round would repeat it. Sums run from the last point to the first.

struct FlatKMeans {
    let points: [Double]
    let dimension: Int
    var centroids: [Double]
    var labels: [Int]

    init(points: [[Double]], centroids: [[Double]]) {
        self.points = Array(points.joined())
        self.centroids = Array(centroids.joined())
        dimension = centroids[0].count
        labels = [Int](repeating: -1, count: points.count)
    }

    /// Labels every point; returns whether any label changed.
    mutating func assign() -> Bool {
        var changed = false
        points.withUnsafeBufferPointer { points in
            centroids.withUnsafeBufferPointer { centroids in
                for point in labels.indices {
                    var best = 0
                    var least = Double.infinity
                    var start = 0
                    var index = 0
                    while start < centroids.count {
                        var distance = 0.0
                        for column in 0..<dimension {
                            let difference = points[point * dimension + column] - centroids[start + column]
                            distance += difference * difference
                        }
                        if distance < least {
                            least = distance
                            best = index
                        }
                        start += dimension
                        index += 1
                    }
                    if labels[point] != best {
                        labels[point] = best
                        changed = true
                    }
                }
            }
        }
        return changed
    }

    mutating func update() {
        var sums = [Double](repeating: 0, count: centroids.count)
        var counts = [Double](repeating: 0, count: centroids.count / dimension)
        for point in labels.indices.reversed() {
            let start = labels[point] * dimension
            counts[labels[point]] += 1
            for column in 0..<dimension { sums[start + column] += points[point * dimension + column] }
        }
        for (index, count) in counts.enumerated() where count > 0 {
            let scale = 1 / count
            for position in index * dimension..<(index + 1) * dimension { centroids[position] = sums[position] * scale }
        }
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var state = FlatKMeans(points: points, centroids: initialCentroids)
    _ = state.assign()
    for _ in 0..<iterations {
        state.update()
        if !state.assign() { break }
    }
    let dimension = state.dimension
    let rows = initialCentroids.indices.map { Array(state.centroids[$0 * dimension..<($0 + 1) * dimension]) }
    return (rows, state.labels)
}
