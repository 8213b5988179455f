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

func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var current = 0
    let n = points.count
    var visited = [Bool](repeating: false, count: n)
    var result = [Int](repeating: -1, count: n)

    for i in 0..<n {
        if visited[i] { continue }
        let seeds = region(i, points, radius)
        if seeds.count < minimumPoints { continue }
        result[i] = current
        visited[i] = true
        var next = 0
        var pending = seeds
        while next < pending.count {
            let j = pending[next]
            if result[j] == -1 {
                result[j] = current
            }
            next += 1
            if visited[j] { continue }
            let more = region(j, points, radius)
            visited[j] = true
            if more.count >= minimumPoints {
                for m in more {
                    if result[m] == -1 {
                        pending.append(m)
                        result[m] = current
                    }
                }
            }
        }
        current += 1
    }
    return result
}
