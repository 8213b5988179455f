func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let amount = points.count
    var tags = [Int](repeating: -1, count: amount)
    var seen = [Bool](repeating: false, count: amount)
    var group = 0

    var start = 0
    while start < amount {
        defer { start += 1 }
        if seen[start] { continue }
        let around = ball(start, points, radius)
        if around.count < minimumPoints { continue }
        seen[start] = true
        tags[start] = group
        var queue = Array(around.reversed())
        while let item = queue.popLast() {
            if tags[item] == -1 {
                tags[item] = group
            }
            if seen[item] { continue }
            seen[item] = true
            let further = ball(item, points, radius)
            if further.count >= minimumPoints {
                let new = further.filter { tags[$0] == -1 }
                for extra in new {
                    tags[extra] = group
                }
                queue.append(contentsOf: new)
            }
        }
        group += 1
    }
    return tags
}

func ball(_ middle: Int, _ points: [[Double]], _ radius: Double) -> [Int] {
    return (0..<points.count).filter { candidate in
        var squares = 0.0
        var column = 0
        while column < points[candidate].count {
            let delta = points[candidate][column] - points[middle][column]
            squares += delta * delta
            column += 1
        }
        return squares.squareRoot() <= radius
    }
}
