func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let amount = points.count
    var tags = [Int](repeating: -1, count: amount)
    var seen = [Bool](repeating: false, count: amount)
    var group = 0

    for start in 0..<amount {
        if seen[start] { continue }
        let around = ball(start, points, radius)
        if around.count < minimumPoints { continue }
        seen[start] = true
        tags[start] = group
        var queue = around
        var head = 0
        while head < queue.count {
            let item = queue[head]
            head += 1
            if tags[item] == -1 {
                tags[item] = group
            }
            if seen[item] { continue }
            seen[item] = true
            let further = ball(item, points, radius)
            if further.count >= minimumPoints {
                for extra in further {
                    if tags[extra] == -1 {
                        tags[extra] = group
                        queue.append(extra)
                    }
                }
            }
        }
        group += 1
    }
    return tags
}

func ball(_ middle: Int, _ points: [[Double]], _ radius: Double) -> [Int] {
    var inside: [Int] = []
    for candidate in 0..<points.count {
        var squares = 0.0
        for column in 0..<points[candidate].count {
            let delta = points[candidate][column] - points[middle][column]
            squares += delta * delta
        }
        if squares.squareRoot() <= radius {
            inside.append(candidate)
        }
    }
    return inside
}
