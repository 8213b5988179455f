// Wrong: a trap where there are fewer than k points, and too slow.
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
        var candidates = points.indices.map { (distance: squaredDistance(points[$0], query), id: ids[$0]) }
        candidates.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }

        // Take the best that is left until there are enough.
        var best: [Int] = []
        while best.count < k {
            best.append(candidates.removeFirst().id)
        }
        return best
    }
}
