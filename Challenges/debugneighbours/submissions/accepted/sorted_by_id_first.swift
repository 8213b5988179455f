// Sorts the points by id once; afterwards a stable order by distance is enough, here by sorting pairs of distance and place.
func nearestIDs(points: [[Int]], ids: [Int], queries: [[Int]], k: Int) -> [[Int]] {
    let order = ids.indices.sorted { ids[$0] < ids[$1] }
    let rows = order.map { points[$0] }
    var answers: [[Int]] = []
    for query in queries {
        var pairs: [(distance: Int, place: Int)] = []
        pairs.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() {
            var distance = 0
            for column in query.indices { distance += (row[column] - query[column]) * (row[column] - query[column]) }
            pairs.append((distance, place))
        }
        pairs.sort { $0.distance == $1.distance ? $0.place < $1.place : $0.distance < $1.distance }
        answers.append((0..<min(k, pairs.count)).map { ids[order[pairs[$0].place]] })
    }
    return answers
}
