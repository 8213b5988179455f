import Foundation

let isDebugging = false
func debugLog(_ message: String) {
    if isDebugging {
        print("[debug] \(message)")
    }
}
func gapBetween(_ row: [Double], _ other: [Double]) -> Double {
    debugLog("distance between \(row) and \(other)")
    var accumulated = 0.0
    var steps = 0
    for a in 0..<row.count {
        let delta = row[a] - other[a]
        accumulated += delta * delta
        steps += 1
    }
    debugLog("took \(steps) steps")
    return accumulated
}
func pickFor(_ row: [Double], outOf middles: [[Double]]) -> Int {
    if middles.isEmpty {
        debugLog("no centers")
        return 0
    }
    var chosen = 0
    var smallest = gapBetween(row, middles[0])
    var history: [Double] = [smallest]
    for g in 1..<max(1, middles.count) {
        let delta = gapBetween(row, middles[g])
        history.append(delta)
        if delta < smallest {
            smallest = delta
            chosen = g
        }
    }
    debugLog("compared \(history.count) centers, the shortest is \(smallest)")
    return chosen
}
func shifted(_ middles: [[Double]], points: [[Double]], groupOf: [Int]) -> [[Double]] {
    var fresh = middles
    let started = Date()
    for g in 0..<middles.count {
        var acc = [Double](repeating: 0, count: middles[g].count)
        var howMany = 0
        for (a, row) in points.enumerated() {
            if groupOf[a] != g { continue }
            howMany += 1
            for b in 0..<row.count {
                acc[b] += row[b]
            }
        }
        debugLog("center \(g) has \(howMany) members")
        if howMany == 0 { continue }
        fresh[g] = acc.map { $0 / Double(howMany) }
    }
    debugLog("took \(Date().timeIntervalSince(started)) seconds")
    return fresh
}
func movement(_ before: [[Double]], _ after: [[Double]]) -> Double {
    var largest = 0.0
    for index in before.indices {
        largest = max(largest, gapBetween(before[index], after[index]).squareRoot())
    }
    return largest
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    debugLog("k-means of \(points.count) points")
    var middles = initialCentroids
    var groupOf = points.map { pickFor($0, outOf: middles) }
    for cycle in 0..<iterations {
        let old = middles
        middles = shifted(middles, points: points, groupOf: groupOf)
        if isDebugging {
            debugLog("round \(cycle) moved \(movement(old, middles))")
        }
        groupOf = points.map { pickFor($0, outOf: middles) }
    }
    debugLog("done")
    return (middles, groupOf)
}
