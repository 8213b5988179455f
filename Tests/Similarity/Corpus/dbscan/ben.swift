private enum State: Equatable {
    case new
    case noise
    case member(Int)

    var number: Int {
        if case .member(let cluster) = self { return cluster }
        return -1
    }
}

func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let near: (Int) -> [Int] = { i in
        points.indices.filter { j in
            zip(points[i], points[j]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) <= radius * radius
        }
    }
    var states = points.map { _ in State.new }
    var clusters = 0
    for i in points.indices where states[i] == .new {
        let around = near(i)
        guard around.count >= minimumPoints else {
            states[i] = .noise
            continue
        }
        defer { clusters += 1 }
        states[i] = .member(clusters)
        var frontier = Set(around)
        while let j = frontier.popFirst() {
            switch states[j] {
            case .member: break
            case .noise: states[j] = .member(clusters)
            case .new:
                states[j] = .member(clusters)
                let next = near(j)
                if next.count >= minimumPoints { frontier.formUnion(next) }
            }
        }
    }
    return states.map(\.number)
}
