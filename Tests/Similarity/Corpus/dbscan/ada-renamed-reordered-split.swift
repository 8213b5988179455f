func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var search = Walk(points, radius, minimumPoints)
    var group = 0
    for start in 0..<points.count {
        if search.seen[start] { continue }
        let around = search.ball(start)
        if around.count < minimumPoints { continue }
        search.spread(from: start, around, group)
        group += 1
    }
    return search.tags
}

struct Walk {
    let points: [[Double]]
    let radius: Double
    let minimumPoints: Int
    var tags: [Int]
    var seen: [Bool]
    var queue: [Int] = []

    init(_ points: [[Double]], _ radius: Double, _ minimumPoints: Int) {
        self.points = points
        self.radius = radius
        self.minimumPoints = minimumPoints
        tags = [Int](repeating: -1, count: points.count)
        seen = [Bool](repeating: false, count: points.count)
    }

    func span(_ middle: Int, _ candidate: Int) -> Double {
        var squares = 0.0
        for column in 0..<points[candidate].count {
            let delta = points[candidate][column] - points[middle][column]
            squares += delta * delta
        }
        return squares.squareRoot()
    }

    func ball(_ middle: Int) -> [Int] {
        var inside: [Int] = []
        for candidate in 0..<points.count {
            if span(middle, candidate) <= radius {
                inside.append(candidate)
            }
        }
        return inside
    }

    mutating func absorb(_ further: [Int], _ group: Int) {
        for extra in further {
            if tags[extra] == -1 {
                tags[extra] = group
                queue.append(extra)
            }
        }
    }

    mutating func enter(_ item: Int, _ group: Int) {
        if tags[item] == -1 {
            tags[item] = group
        }
        if seen[item] { return }
        seen[item] = true
        let further = ball(item)
        if further.count >= minimumPoints {
            absorb(further, group)
        }
    }

    mutating func spread(from start: Int, _ around: [Int], _ group: Int) {
        seen[start] = true
        tags[start] = group
        queue = around
        var head = 0
        while head < queue.count {
            let item = queue[head]
            head += 1
            enter(item, group)
        }
    }
}
