// Lloyd's algorithm, with the distances written out.

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centers = initialCentroids
    var owner = points.map { closest($0, among: centers) }
    for _ in 0..<iterations {
        centers = recomputed(centers, points: points, owner: owner)
        owner = points.map { closest($0, among: centers) }
    }
    return (centers, owner)
}

func recomputed(_ centers: [[Double]], points: [[Double]], owner: [Int]) -> [[Double]] {
    var result = centers
    for c in 0..<centers.count {
        var members = 0
        var sum = [Double](repeating: 0, count: centers[c].count)
        for (i, p) in points.enumerated() {
            if owner[i] != c { continue }
            for j in 0..<p.count {
                sum[j] += p[j]
            }
            members += 1
        }
        if members == 0 { continue }
        result[c] = sum.map { $0 / Double(members) }
    }
    return result
}

func closest(_ p: [Double], among centers: [[Double]]) -> Int {
    var shortest = distanceSquared(p, centers[0])
    var winner = 0
    for c in 1..<max(1, centers.count) {
        let d = distanceSquared(p, centers[c])
        if d < shortest {
            winner = c
            shortest = d
        }
    }
    return winner
}

func distanceSquared(_ p: [Double], _ q: [Double]) -> Double {
    var total = 0.0
    for i in 0..<p.count {
        let d = p[i] - q[i]
        total += d * d
    }
    return total
}
