/// Sorts the points by their first coordinate, so that only a window of it has to be measured: n log(n) on a line.
///
/// The worst case stays n^2*d: all points may lie in one window.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let order = points.indices.sorted { points[$0][0] < points[$1][0] }
    var place = [Int](repeating: 0, count: points.count)
    for (position, point) in order.enumerated() { place[point] = position }
    let square = radius * radius

    func visitNeighbours(of point: Int, _ body: (Int) -> Void) {
        let row = points[point]
        func visit(_ position: Int) -> Bool {
            let other = points[order[position]]
            if abs(other[0] - row[0]) > radius { return false }
            var sum = 0.0
            for column in row.indices { sum += (row[column] - other[column]) * (row[column] - other[column]) }
            if sum <= square { body(order[position]) }
            return true
        }
        var position = place[point]
        while position >= 0, visit(position) { position -= 1 }
        position = place[point] + 1
        while position < order.count, visit(position) { position += 1 }
    }

    var isCore = [Bool](repeating: false, count: points.count)
    for point in points.indices {
        var count = 0
        visitNeighbours(of: point) { _ in count += 1 }
        isCore[point] = count >= minimumPoints
    }
    var labels = [Int](repeating: -1, count: points.count)
    var clusters = 0
    for start in points.indices where isCore[start] && labels[start] < 0 {
        labels[start] = clusters
        var stack = [start]
        while let point = stack.popLast() {
            visitNeighbours(of: point) { other in
                guard labels[other] < 0 else { return }
                // The first cluster to reach a border point keeps it; only core points go on.
                labels[other] = clusters
                if isCore[other] { stack.append(other) }
            }
        }
        clusters += 1
    }
    return labels
}
