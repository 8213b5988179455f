// Lloyd's algorithm, with the distances written out.

func square(_ x: Double) -> Double {
    return x * x
}

func distanceSquared(_ p: [Double], _ q: [Double]) -> Double {
    var total = 0.0
    for i in 0..<p.count {
        let d = p[i] - q[i]
        total += square(d)
    }
    return total
}

func closest(_ p: [Double], among centers: [[Double]]) -> Int {
    var winner = 0
    var shortest = distanceSquared(p, centers[0])
    for c in 1..<max(1, centers.count) {
        let d = distanceSquared(p, centers[c])
        if d < shortest {
            shortest = d
            winner = c
        }
    }
    return winner
}

func add(_ p: [Double], to sum: inout [Double]) {
    for j in 0..<p.count {
        sum[j] += p[j]
    }
}

func mean(of c: Int, size: Int, points: [[Double]], owner: [Int]) -> [Double]? {
    var sum = [Double](repeating: 0, count: size)
    var members = 0
    for (i, p) in points.enumerated() {
        if owner[i] != c { continue }
        members += 1
        add(p, to: &sum)
    }
    if members == 0 { return nil }
    return sum.map { $0 / Double(members) }
}

func recomputed(_ centers: [[Double]], points: [[Double]], owner: [Int]) -> [[Double]] {
    var result = centers
    for c in 0..<centers.count {
        if let center = mean(of: c, size: centers[c].count, points: points, owner: owner) {
            result[c] = center
        }
    }
    return result
}

func owners(of points: [[Double]], among centers: [[Double]]) -> [Int] {
    return points.map { closest($0, among: centers) }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var centers = initialCentroids
    var owner = owners(of: points, among: centers)
    for _ in 0..<iterations {
        centers = recomputed(centers, points: points, owner: owner)
        owner = owners(of: points, among: centers)
    }
    return (centers, owner)
}
