// Too much memory: the sorted candidates of all queries are kept until the end.
func squaredDistance(_ point: [Int], _ other: [Int]) -> Int {
    var sum = 0
    for column in point.indices {
        let difference = point[column] - other[column]
        sum += difference * difference
    }
    return sum
}

func nearestIDs(points: [[Int]], ids: [Int], queries: [[Int]], k: Int) -> [[Int]] {
    let candidates = queries.map { query in
        points.indices.map { (distance: squaredDistance(points[$0], query), id: ids[$0]) }
            .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
    }
    return candidates.map { $0.prefix(k).map(\.id) }
}
