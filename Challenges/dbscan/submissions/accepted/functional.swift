/// Rule by rule: core points first, then their connected components, then border points.
///
/// Neighbours are measured again where they are needed rather than kept: n of them at a time.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let square = radius * radius
    func neighbours(_ point: Int) -> LazyFilterSequence<Range<Int>> {
        points.indices.lazy.filter { other in
            zip(points[point], points[other]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } <= square
        }
    }
    let isCore = points.indices.map { point in neighbours(point).reduce(0) { count, _ in count + 1 } >= minimumPoints }

    var cluster = [Int?](repeating: nil, count: points.count)
    var found = 0
    for start in points.indices where isCore[start] && cluster[start] == nil {
        cluster[start] = found
        // A stack visits in another order than a queue, but reaches the same points.
        var stack = [start]
        while let point = stack.popLast() {
            // An array, not the lazy filter: that would find nothing new once the points are labelled.
            let new = Array(neighbours(point).filter { isCore[$0] && cluster[$0] == nil })
            new.forEach { cluster[$0] = found }
            stack += new
        }
        found += 1
    }
    return points.indices.map { point in
        if let number = cluster[point] { return number }
        return neighbours(point).compactMap { isCore[$0] ? cluster[$0] : nil }.min() ?? -1
    }
}
