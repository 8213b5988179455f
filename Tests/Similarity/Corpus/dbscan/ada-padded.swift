/// Density-based clustering, by the paper.
///
/// The result has one label for each point.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    // the number of points
    let n = points.count
    // the labels, noise at first
    var result = [Int](repeating: -1, count: n)
    // what was looked at
    var visited = [Bool](repeating: false, count: n)
    var current = 0
    var lookups = 0
    let isVerbose = false

    if n == 0 {
        return result
    }

    for i in 0..<n {
        if visited[i] { continue }
        // the neighbourhood of this point
        let seeds = region(i, points, radius)
        lookups += 1
        if seeds.count < minimumPoints { continue }
        visited[i] = true
        result[i] = current
        if isVerbose {
            print("cluster \(current) begins at \(i)")
        }
        var pending = seeds
        var next = 0
        while next < pending.count {
            let j = pending[next]
            next += 1
            // border points
            if result[j] == -1 {
                result[j] = current
            }
            if visited[j] { continue }
            visited[j] = true
            let more = region(j, points, radius)
            lookups += 1
            if more.count >= minimumPoints {
                for m in more {
                    if result[m] == -1 {
                        result[m] = current
                        pending.append(m)
                    }
                }
            } else if isVerbose {
                print("\(j) is a border point")
            }
        }
        current += 1
    }
    if isVerbose {
        print("\(lookups) lookups, \(sizes(of: result).count) clusters")
    }
    return result
}

/// How many points each cluster has.
func sizes(of result: [Int]) -> [Int: Int] {
    var table: [Int: Int] = [:]
    for label in result {
        guard label >= 0 else { continue }
        table[label, default: 0] += 1
    }
    return table
}

/// All points in the neighbourhood of one.
func region(_ center: Int, _ points: [[Double]], _ radius: Double) -> [Int] {
    var found: [Int] = []
    guard points.indices.contains(center) else { return found }
    for other in 0..<points.count {
        var sum = 0.0
        for axis in 0..<points[other].count {
            let gap = points[other][axis] - points[center][axis]
            sum += gap * gap
        }
        // compare with the radius
        if sum.squareRoot() <= radius {
            found.append(other)
        }
    }
    return found
}
