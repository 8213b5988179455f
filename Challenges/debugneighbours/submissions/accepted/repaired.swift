/// The squared Euclidean distance between two points.
func squaredDistance(_ point: [Int], _ other: [Int]) -> Int {
    var sum = 0
    for column in point.indices {
        let difference = point[column] - other[column]
        sum += difference * difference
    }
    return sum
}

/// Finds the points that are nearest to each query.
///
/// - Parameters:
///   - points: n rows of d whole numbers.
///   - ids: n different whole numbers, what each point is called.
///   - queries: q rows of d whole numbers.
///   - k: how many points to find for each query; all of them where there are fewer.
/// - Returns: for each query the ids of its nearest points, nearest first; of equally near points the smaller id first.
func nearestIDs(points: [[Int]], ids: [Int], queries: [[Int]], k: Int) -> [[Int]] {
    queries.map { query in
        // All points, nearest first.
        var candidates = points.indices.map { (distance: squaredDistance(points[$0], query), id: ids[$0]) }
        candidates.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }

        // The first k, or all of them where there are fewer.
        return candidates.prefix(k).map(\.id)
    }
}
