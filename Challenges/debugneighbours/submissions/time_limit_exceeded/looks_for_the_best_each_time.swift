// Too slow: looks for the best of all that are left, k times.
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

        var best: [Int] = []
        while best.count < k, let next = candidates.indices.min(by: { candidates[$0] < candidates[$1] }) {
            best.append(candidates[next].id)
            candidates.swapAt(next, candidates.count - 1)
            candidates.removeLast()
        }
        return best
    }
}
