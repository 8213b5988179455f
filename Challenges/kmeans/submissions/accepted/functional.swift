// Functions of values: assign and update as two maps. `min(by:)` returns the first of equal elements, which is the tie
// rule.

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
}

func assignment(_ points: [[Double]], _ centroids: [[Double]]) -> [Int] {
    points.map { point in
        let distances = centroids.map { squaredDistance(point, $0) }
        return distances.indices.min { distances[$0] < distances[$1] }!
    }
}

func mean(of members: [Int], in points: [[Double]]) -> [Double] {
    points[members[0]].indices.map { column in
        members.reduce(0) { $0 + points[$1][column] } / Double(members.count)
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    let centroids = (0..<iterations).reduce(initialCentroids) { centroids, _ in
        let labels = assignment(points, centroids)
        let clusters = Dictionary(grouping: points.indices) { labels[$0] }
        return centroids.indices.map { index in clusters[index].map { mean(of: $0, in: points) } ?? centroids[index] }
    }
    return (centroids, assignment(points, centroids))
}
