/// Depth first by recursion, without any list of neighbours: a call holds only its own position in the scan.
///
/// As deep as the longest path of core points, up to n calls: within the space of the task, but each call takes far more
/// than an entry of a queue, and with more points the stack would overflow.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var search = Search(points: points, square: radius * radius, minimum: minimumPoints)
    return search.run()
}

private struct Search {
    let points: [[Double]]
    let square: Double
    let minimum: Int
    var labels: [Int] = []
    var isCore: [Bool] = []

    mutating func run() -> [Int] {
        labels = [Int](repeating: -1, count: points.count)
        isCore = points.indices.map { point in
            var count = 0
            for other in points.indices where isNear(point, other) { count += 1 }
            return count >= minimum
        }
        var clusters = 0
        for start in points.indices where isCore[start] && labels[start] < 0 {
            labels[start] = clusters
            expand(start, clusters)
            clusters += 1
        }
        return labels
    }

    mutating func expand(_ core: Int, _ cluster: Int) {
        for other in points.indices where labels[other] < 0 && isNear(core, other) {
            labels[other] = cluster
            if isCore[other] { expand(other, cluster) }
        }
    }

    func isNear(_ a: Int, _ b: Int) -> Bool {
        var sum = 0.0
        for column in points[a].indices {
            let difference = points[a][column] - points[b][column]
            sum += difference * difference
        }
        return sum <= square
    }
}
