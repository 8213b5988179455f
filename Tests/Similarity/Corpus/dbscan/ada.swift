func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let n = points.count
    var result = [Int](repeating: -1, count: n)
    var visited = [Bool](repeating: false, count: n)
    var current = 0

    for i in 0..<n {
        if visited[i] { continue }
        let seeds = region(i, points, radius)
        if seeds.count < minimumPoints { continue }
        visited[i] = true
        result[i] = current
        var pending = seeds
        var next = 0
        while next < pending.count {
            let j = pending[next]
            next += 1
            if result[j] == -1 {
                result[j] = current
            }
            if visited[j] { continue }
            visited[j] = true
            let more = region(j, points, radius)
            if more.count >= minimumPoints {
                for m in more {
                    if result[m] == -1 {
                        result[m] = current
                        pending.append(m)
                    }
                }
            }
        }
        current += 1
    }
    return result
}

func region(_ center: Int, _ points: [[Double]], _ radius: Double) -> [Int] {
    var found: [Int] = []
    for other in 0..<points.count {
        var sum = 0.0
        for axis in 0..<points[other].count {
            let gap = points[other][axis] - points[center][axis]
            sum += gap * gap
        }
        if sum.squareRoot() <= radius {
            found.append(other)
        }
    }
    return found
}
