// Wrong repair: of equally near points the later one comes first.
/// The squared Euclidean distance between two points.
func squaredDistance(_ point: [Int], _ other: [Int]) -> Int {
    var sum = 0
    for column in point.indices {
        let difference = point[column] - other[column]
        sum += difference * difference
    }
    return sum
}

func nearestIDs(points: [[Int]], ids: [Int], queries: [[Int]], k: Int) -> [[Int]] {
    queries.map { query in
        // All points, nearest first.
        var candidates = points.indices.reversed().map { (distance: squaredDistance(points[$0], query), id: ids[$0]) }
        candidates.sort { $0.distance < $1.distance }

        // The first k, or all of them where there are fewer.
        return candidates.prefix(k).map(\.id)
    }
}
