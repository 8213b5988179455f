func gapBetween(_ row: [Double], _ other: [Double]) -> Double {
    var accumulated = 0.0
    var a = 0
    while a < row.count {
        let delta = row[a] - other[a]
        accumulated += delta * delta
        a += 1
    }
    return accumulated
}

func pickFor(_ row: [Double], outOf middles: [[Double]]) -> Int {
    var chosen = 0
    var smallest = gapBetween(row, middles[0])
    var g = 1
    while g < middles.count {
        let delta = gapBetween(row, middles[g])
        if delta < smallest {
            smallest = delta
            chosen = g
        }
        g += 1
    }
    return chosen
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var middles = initialCentroids
    var groupOf: [Int] = []
    for row in points {
        groupOf.append(pickFor(row, outOf: middles))
    }
    var cycle = 0
    while cycle < iterations {
        middles = shifted(middles, points: points, groupOf: groupOf)
        for a in points.indices {
            groupOf[a] = pickFor(points[a], outOf: middles)
        }
        cycle += 1
    }
    return (middles, groupOf)
}

func shifted(_ middles: [[Double]], points: [[Double]], groupOf: [Int]) -> [[Double]] {
    var fresh = middles
    var g = 0
    while g < middles.count {
        var acc = [Double](repeating: 0, count: middles[g].count)
        var howMany = 0
        for a in points.indices where groupOf[a] == g {
            howMany += 1
            var b = 0
            while b < points[a].count {
                acc[b] += points[a][b]
                b += 1
            }
        }
        if howMany > 0 {
            for b in acc.indices {
                acc[b] = acc[b] / Double(howMany)
            }
            fresh[g] = acc
        }
        g += 1
    }
    return fresh
}
