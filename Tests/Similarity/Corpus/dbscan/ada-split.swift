struct Search {
    let points: [[Double]]
    let radius: Double
    let minimumPoints: Int
    var result: [Int]
    var visited: [Bool]
    var pending: [Int] = []

    init(_ points: [[Double]], _ radius: Double, _ minimumPoints: Int) {
        self.points = points
        self.radius = radius
        self.minimumPoints = minimumPoints
        result = [Int](repeating: -1, count: points.count)
        visited = [Bool](repeating: false, count: points.count)
    }

    func distance(_ center: Int, _ other: Int) -> Double {
        var sum = 0.0
        for axis in 0..<points[other].count {
            let gap = points[other][axis] - points[center][axis]
            sum += gap * gap
        }
        return sum.squareRoot()
    }

    func region(_ center: Int) -> [Int] {
        var found: [Int] = []
        for other in 0..<points.count {
            if distance(center, other) <= radius {
                found.append(other)
            }
        }
        return found
    }

    mutating func take(_ more: [Int], _ current: Int) {
        for m in more {
            if result[m] == -1 {
                result[m] = current
                pending.append(m)
            }
        }
    }

    mutating func visit(_ j: Int, _ current: Int) {
        if result[j] == -1 {
            result[j] = current
        }
        if visited[j] { return }
        visited[j] = true
        let more = region(j)
        if more.count >= minimumPoints {
            take(more, current)
        }
    }

    mutating func grow(from i: Int, _ seeds: [Int], _ current: Int) {
        visited[i] = true
        result[i] = current
        pending = seeds
        var next = 0
        while next < pending.count {
            let j = pending[next]
            next += 1
            visit(j, current)
        }
    }
}

func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var search = Search(points, radius, minimumPoints)
    var current = 0
    for i in 0..<points.count {
        if search.visited[i] { continue }
        let seeds = search.region(i)
        if seeds.count < minimumPoints { continue }
        search.grow(from: i, seeds, current)
        current += 1
    }
    return search.result
}
