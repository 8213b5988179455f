func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    var labels = Array(repeating: -2, count: points.count)
    var cluster = -1
    for i in 0..<points.count {
        if labels[i] != -2 { continue }
        var neighbors = regionQuery(points, i, radius)
        if neighbors.count < minimumPoints {
            labels[i] = -1
            continue
        }
        cluster += 1
        labels[i] = cluster
        var index = 0
        while index < neighbors.count {
            let j = neighbors[index]
            if labels[j] == -1 {
                labels[j] = cluster
            }
            if labels[j] == -2 {
                labels[j] = cluster
                let jNeighbors = regionQuery(points, j, radius)
                if jNeighbors.count >= minimumPoints {
                    neighbors += jNeighbors
                }
            }
            index += 1
        }
    }
    return labels
}

func regionQuery(_ points: [[Double]], _ i: Int, _ radius: Double) -> [Int] {
    var neighbors: [Int] = []
    for j in 0..<points.count {
        if distance(points[i], points[j]) <= radius {
            neighbors.append(j)
        }
    }
    return neighbors
}

func distance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<a.count {
        sum += (a[i] - b[i]) * (a[i] - b[i])
    }
    return sum.squareRoot()
}
