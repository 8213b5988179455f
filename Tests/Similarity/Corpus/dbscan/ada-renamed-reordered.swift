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

func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var group = 0
    let amount = points.count
    var seen = [Bool](repeating: false, count: amount)
    var tags = [Int](repeating: -1, count: amount)

    for start in 0..<amount {
        if seen[start] { continue }
        let around = ball(start, points, radius)
        if around.count < minimumPoints { continue }
        tags[start] = group
        seen[start] = true
        var head = 0
        var queue = around
        while head < queue.count {
            let item = queue[head]
            if tags[item] == -1 {
                tags[item] = group
            }
            head += 1
            if seen[item] { continue }
            let further = ball(item, points, radius)
            seen[item] = true
            if further.count >= minimumPoints {
                for extra in further {
                    if tags[extra] == -1 {
                        queue.append(extra)
                        tags[extra] = group
                    }
                }
            }
        }
        group += 1
    }
    return tags
}
