/// In the manner of a data pipeline: measure, sort, take, count, choose.
///
/// It leans on two facts: `sorted` is stable, so that equal distances stay in the order of the points; and a
/// dictionary has no order, so that the choice among its entries must compare the labels too.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let votes = zip(points, labels)
            .map { point, label in (distance: distance(point, query), label: label) }
            .sorted { $0.distance < $1.distance }
            .prefix(k)
            .reduce(into: [Int: Int]()) { counts, neighbour in counts[neighbour.label, default: 0] += 1 }
        return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }!.key
    }
}

private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
