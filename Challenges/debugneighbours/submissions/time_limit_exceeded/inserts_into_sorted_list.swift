// Too slow: inserts each point into a list that is kept in order.
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
        var candidates: [(distance: Int, id: Int)] = []
        for (point, id) in zip(points, ids) {
            let distance = squaredDistance(point, query)
            let place = candidates.firstIndex { (distance, id) < ($0.distance, $0.id) } ?? candidates.count
            if place < k { candidates.insert((distance, id), at: place) }
            if candidates.count > k { candidates.removeLast() }
        }

        // The first k, or all of them where there are fewer.
        return candidates.prefix(k).map(\.id)
    }
}
