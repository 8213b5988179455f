/// Neighbours are listed once, then core points are walked through.
struct Graph {
    let edges: [[Int]]
    let isDense: [Bool]

    init(_ points: [[Double]], within radius: Double, atLeast minimum: Int) {
        var edges = points.indices.map { [$0] }
        for a in 0..<points.count {
            for b in (a + 1)..<max(points.count, a + 1) {
                let distance = Graph.length(points[a], points[b])
                if distance <= radius * radius {
                    edges[a].append(b)
                    edges[b].append(a)
                }
            }
        }
        self.edges = edges
        isDense = edges.map { $0.count >= minimum }
    }

    static func length(_ a: [Double], _ b: [Double]) -> Double {
        var l = 0.0
        for (x, y) in zip(a, b) { l += (x - y) * (x - y) }
        return l
    }

    func flood(from start: Int, with mark: Int, over marks: inout [Int]) {
        marks[start] = mark
        guard isDense[start] else { return }
        for next in edges[start] where marks[next] < 0 {
            flood(from: next, with: mark, over: &marks)
        }
    }
}

func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let graph = Graph(points, within: radius, atLeast: minimumPoints)
    var marks = Array(repeating: -1, count: points.count)
    var mark = 0
    for start in points.indices {
        if !graph.isDense[start] || marks[start] >= 0 { continue }
        graph.flood(from: start, with: mark, over: &marks)
        mark += 1
    }
    return marks
}
