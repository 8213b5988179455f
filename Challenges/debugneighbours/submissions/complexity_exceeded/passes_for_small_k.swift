// Too slow in k: for small k looks for the best of all that are left, in the belief that this is cheaper than sorting.
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
        if k <= 2000 {
            return (0..<min(k, candidates.count)).map { _ in
                let next = candidates.indices.min { candidates[$0] < candidates[$1] }!
                candidates.swapAt(next, candidates.count - 1)
                return candidates.removeLast().id
            }
        }
        candidates.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }

        // The first k, or all of them where there are fewer.
        return candidates.prefix(k).map(\.id)
    }
}
