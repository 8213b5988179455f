/// The plain reference: sort all points by distance, then by position, and let the first `k` vote.
///
/// Time q*n*(d + log(n)), space n beyond the arguments.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var predictions: [Int] = []
    predictions.reserveCapacity(queries.count)
    var neighbours: [(distance: Double, index: Int)] = []
    neighbours.reserveCapacity(points.count)
    for query in queries {
        neighbours.removeAll(keepingCapacity: true)
        for (index, point) in points.enumerated() {
            neighbours.append((squaredDistance(point, query), index))
        }
        // The index makes every key unique: no two points are ever equal, so no sort can be unstable.
        neighbours.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.index < $1.index }
        predictions.append(mostFrequent(neighbours.prefix(k).map { labels[$0.index] }))
    }
    return predictions
}

/// The sum of squared differences of two rows of equal length. No root: it keeps the order of distances.
private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices {
        let difference = a[column] - b[column]
        sum += difference * difference
    }
    return sum
}

/// The most frequent of `votes`, which must not be empty; the smallest when several are equally frequent.
private func mostFrequent(_ votes: [Int]) -> Int {
    var best = votes[0]
    var bestCount = 0
    var current = votes[0]
    var count = 0
    for label in votes.sorted() {
        count = label == current ? count + 1 : 1
        current = label
        // Labels come in rising order, so only strictly more votes beat the smaller label.
        if count > bestCount {
            best = label
            bestCount = count
        }
    }
    return best
}
