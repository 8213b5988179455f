/// The sizes that the command line asks for.
struct Sizes {
    /// The number of points, n.
    let points: Int
    /// The number of coordinates, d.
    let dimension: Int
    /// The number of centroids, k; never more than there are points.
    let clusters: Int

    init(points: Int, dimension: Int, clusters: Int) {
        self.points = points
        self.dimension = dimension
        self.clusters = min(clusters, points)
    }
}

/// One input without its number of rounds.
struct Instance {
    /// n rows of d coordinates.
    let points: [[Double]]
    /// k rows of d coordinates.
    let centroids: [[Double]]

    /// Five decimals are plenty for a test and keep the files small; adding 0 turns -0 into 0.
    init(points: [[Double]], centroids: [[Double]]) {
        func rounded(_ rows: [[Double]]) -> [[Double]] {
            rows.map { row in row.map { ($0 * 1e5).rounded() / 1e5 + 0 } }
        }
        self.points = rounded(points)
        self.centroids = rounded(centroids)
    }

    /// Whether in each of the rounds, and for the labels at the end, every point is clearly nearer to one centroid
    /// than to any other: squared distances differ by at least 1e-10 of the squared diagonal of the data's box.
    ///
    /// Centroids equal to the last bit are the exception, for between those the lower index wins in any arithmetic.
    func keepsMargin(iterations: Int) -> Bool {
        let dimension = points[0].count
        let flat = Array(points.joined())
        var current = Array(centroids.joined())
        let margin = 1e-10 * squaredDiagonal()
        for round in 0...iterations {
            let before = current
            let rows = centroids.indices.map { Array(current[$0 * dimension..<($0 + 1) * dimension]) }
            var seen: Set<[Double]> = []
            let candidates = rows.indices.filter { seen.insert(rows[$0]).inserted }
            var sums = [Double](repeating: 0, count: current.count)
            var counts = [Int](repeating: 0, count: rows.count)
            for point in points.indices {
                var best = 0
                var least = Double.infinity
                var second = Double.infinity
                for candidate in candidates {
                    var distance = 0.0
                    for column in 0..<dimension {
                        let difference = flat[point * dimension + column] - current[candidate * dimension + column]
                        distance += difference * difference
                    }
                    if distance < least {
                        second = least
                        least = distance
                        best = candidate
                    } else {
                        second = min(second, distance)
                    }
                }
                if second - least < margin { return false }
                counts[best] += 1
                for column in 0..<dimension { sums[best * dimension + column] += flat[point * dimension + column] }
            }
            if round == iterations { break }
            for position in sums.indices where counts[position / dimension] > 0 {
                current[position] = sums[position] / Double(counts[position / dimension])
            }
            // Settled: every later round repeats this one.
            if current == before { break }
        }
        return true
    }

    private func squaredDiagonal() -> Double {
        points[0].indices.reduce(0) { sum, column in
            let values = points.map { $0[column] } + centroids.map { $0[column] }
            let range = values.max()! - values.min()!
            return sum + range * range
        }
    }
}
