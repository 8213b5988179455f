func gapBetween(_ row: [Double], _ other: [Double]) -> Double {
    var accumulated = 0.0
    for a in 0..<row.count {
        let delta = row[a] - other[a]
        accumulated += delta * delta
    }
    return accumulated
}

func pickFor(_ row: [Double], outOf middles: [[Double]]) -> Int {
    var chosen = 0
    var smallest = gapBetween(row, middles[0])
    for g in 1..<max(1, middles.count) {
        let delta = gapBetween(row, middles[g])
        if delta < smallest {
            smallest = delta
            chosen = g
        }
    }
    return chosen
}

func shifted(_ middles: [[Double]], points: [[Double]], groupOf: [Int]) -> [[Double]] {
    var fresh = middles
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
        if howMany == 0 { continue }
        fresh[g] = acc.map { $0 / Double(howMany) }
    }
    return fresh
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var middles = initialCentroids
    var groupOf = points.map { pickFor($0, outOf: middles) }
    for _ in 0..<iterations {
        middles = shifted(middles, points: points, groupOf: groupOf)
        groupOf = points.map { pickFor($0, outOf: middles) }
    }
    return (middles, groupOf)
}
