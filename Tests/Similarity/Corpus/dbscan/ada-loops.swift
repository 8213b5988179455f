func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let n = points.count
    var result = [Int](repeating: -1, count: n)
    var visited = [Bool](repeating: false, count: n)
    var current = 0

    var i = 0
    while i < n {
        defer { i += 1 }
        if visited[i] { continue }
        let seeds = region(i, points, radius)
        if seeds.count < minimumPoints { continue }
        visited[i] = true
        result[i] = current
        var pending = Array(seeds.reversed())
        while let j = pending.popLast() {
            if result[j] == -1 {
                result[j] = current
            }
            if visited[j] { continue }
            visited[j] = true
            let more = region(j, points, radius)
            if more.count >= minimumPoints {
                let new = more.filter { result[$0] == -1 }
                for m in new {
                    result[m] = current
                }
                pending.append(contentsOf: new)
            }
        }
        current += 1
    }
    return result
}

func region(_ center: Int, _ points: [[Double]], _ radius: Double) -> [Int] {
    return (0..<points.count).filter { other in
        var sum = 0.0
        var axis = 0
        while axis < points[other].count {
            let gap = points[other][axis] - points[center][axis]
            sum += gap * gap
            axis += 1
        }
        return sum.squareRoot() <= radius
    }
}
