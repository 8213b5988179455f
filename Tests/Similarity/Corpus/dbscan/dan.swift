import Foundation

func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    func distance(_ i: Int, _ j: Int) -> Double {
        var s: Double = 0
        for d in 0..<points[i].count { s += pow(points[i][d] - points[j][d], 2) }
        return sqrt(s)
    }

    // 1. Which points are core points?
    var core = Set<Int>()
    for i in 0..<points.count {
        var c = 0
        for j in 0..<points.count { if distance(i, j) <= radius { c += 1 } }
        if c >= minimumPoints { core.insert(i) }
    }

    // 2. Merge core points until nothing changes.
    var id = Array(0..<points.count)
    var changed = true
    while changed {
        changed = false
        for i in core.sorted() {
            for j in core.sorted() where id[j] > id[i] && distance(i, j) <= radius {
                id[j] = id[i]
                changed = true
            }
        }
    }

    // 3. Number the clusters.
    var names: [Int: Int] = [:]
    for i in core.sorted() where names[id[i]] == nil { names[id[i]] = names.count }
    return points.indices.map { i -> Int in
        if core.contains(i) { return names[id[i]]! }
        let options = core.filter { distance(i, $0) <= radius }.map { names[id[$0]]! }
        return options.min() ?? -1
    }
}
