struct Vertex: Equatable {
    var x: Int
    var y: Int

    func isBetween(_ before: Vertex, _ after: Vertex) -> Bool {
        (x - before.x) * (after.y - before.y) == (after.x - before.x) * (y - before.y)
    }
}

func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let groups = Dictionary(grouping: zip(scores, labels), by: \.0).mapValues { $0.map(\.1) }
    let total = Vertex(x: labels.filter { $0 == 0 }.count, y: labels.filter { $0 == 1 }.count)
    guard total.x * total.y > 0 else { return (0.5, [0, 1], [0, 1]) }

    let path = groups.keys.sorted(by: >).reduce(into: [Vertex(x: 0, y: 0)]) { path, score in
        let group = groups[score]!
        let up = group.reduce(0, +)
        path.append(Vertex(x: path.last!.x + group.count - up, y: path.last!.y + up))
    }
    let auc = zip(path, path.dropFirst()).reduce(0.0) { sum, edge in
        sum + Double((edge.1.x - edge.0.x) * (edge.1.y + edge.0.y))
    }
    let corners = path.indices.filter { i in
        i == 0 || i == path.count - 1 || !path[i].isBetween(path[i - 1], path[i + 1])
    }.map { path[$0] }
    return (
        auc / Double(2 * total.x * total.y), corners.map { Double($0.x) / Double(total.x) },
        corners.map { Double($0.y) / Double(total.y) }
    )
}
