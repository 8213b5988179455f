func timesItself(_ x: Double) -> Double {
    return x * x
}

func shifted(_ middles: [[Double]], points: [[Double]], groupOf: [Int]) -> [[Double]] {
    var fresh = middles
    for g in 0..<middles.count {
        if let center = average(forGroup: g, width: middles[g].count, points: points, groupOf: groupOf) {
            fresh[g] = center
        }
    }
    return fresh
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var middles = initialCentroids
    var groupOf = groupsOf(forGroup: points, outOf: middles)
    for _ in 0..<iterations {
        middles = shifted(middles, points: points, groupOf: groupOf)
        groupOf = groupsOf(forGroup: points, outOf: middles)
    }
    return (middles, groupOf)
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

func gapBetween(_ row: [Double], _ other: [Double]) -> Double {
    var accumulated = 0.0
    for a in 0..<row.count {
        let delta = row[a] - other[a]
        accumulated += timesItself(delta)
    }
    return accumulated
}

func groupsOf(forGroup points: [[Double]], outOf middles: [[Double]]) -> [Int] {
    return points.map { pickFor($0, outOf: middles) }
}

func average(forGroup g: Int, width: Int, points: [[Double]], groupOf: [Int]) -> [Double]? {
    var acc = [Double](repeating: 0, count: width)
    var howMany = 0
    for (a, row) in points.enumerated() {
        if groupOf[a] != g { continue }
        howMany += 1
        pile(row, onto: &acc)
    }
    if howMany == 0 { return nil }
    return acc.map { $0 / Double(howMany) }
}

func pile(_ row: [Double], onto acc: inout [Double]) {
    for b in 0..<row.count {
        acc[b] += row[b]
    }
}
