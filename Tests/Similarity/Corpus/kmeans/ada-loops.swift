// Lloyd's algorithm, with the distances written out.

func distanceSquared(_ p: [Double], _ q: [Double]) -> Double {
    var total = 0.0
    var i = 0
    while i < p.count {
        let d = p[i] - q[i]
        total += d * d
        i += 1
    }
    return total
}

func closest(_ p: [Double], among centers: [[Double]]) -> Int {
    var winner = 0
    var shortest = distanceSquared(p, centers[0])
    var c = 1
    while c < centers.count {
        let d = distanceSquared(p, centers[c])
        if d < shortest {
            shortest = d
            winner = c
        }
        c += 1
    }
    return winner
}

func recomputed(_ centers: [[Double]], points: [[Double]], owner: [Int]) -> [[Double]] {
    var result = centers
    var c = 0
    while c < centers.count {
        var sum = [Double](repeating: 0, count: centers[c].count)
        var members = 0
        for i in points.indices where owner[i] == c {
            members += 1
            var j = 0
            while j < points[i].count {
                sum[j] += points[i][j]
                j += 1
            }
        }
        if members > 0 {
            for j in sum.indices {
                sum[j] = sum[j] / Double(members)
            }
            result[c] = sum
        }
        c += 1
    }
    return result
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centers = initialCentroids
    var owner: [Int] = []
    for p in points {
        owner.append(closest(p, among: centers))
    }
    var round = 0
    while round < iterations {
        centers = recomputed(centers, points: points, owner: owner)
        for i in points.indices {
            owner[i] = closest(points[i], among: centers)
        }
        round += 1
    }
    return (centers, owner)
}
