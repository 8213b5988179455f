import Foundation

/// One cluster while it is being built.
struct Cluster {
    var center: [Double]
    var total: [Double]
    var size: Int = 0

    init(center: [Double]) {
        self.center = center
        self.total = Array(repeating: 0, count: center.count)
    }

    func distance(to point: [Double]) -> Double {
        return sqrt(zip(center, point).map { pow($0 - $1, 2) }.reduce(0, +))
    }

    mutating func absorb(_ point: [Double]) {
        total = zip(total, point).map { $0 + $1 }
        size += 1
    }

    mutating func settle() {
        guard size > 0 else { return }
        center = total.map { $0 / Double(size) }
        total = Array(repeating: 0, count: center.count)
        size = 0
    }
}

func nearestCluster(to point: [Double], in clusters: [Cluster]) -> Int {
    let all = clusters.enumerated().map { (offset: $0.offset, distance: $0.element.distance(to: point)) }
    return all.min { ($0.distance, $0.offset) < ($1.distance, $1.offset) }!.offset
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    var clusters = initialCentroids.map { Cluster(center: $0) }
    var round = 0
    while round < iterations {
        for point in points {
            let index = nearestCluster(to: point, in: clusters)
            clusters[index].absorb(point)
        }
        for index in clusters.indices {
            clusters[index].settle()
        }
        round += 1
    }
    let labels = points.map { nearestCluster(to: $0, in: clusters) }
    return (centroids: clusters.map { $0.center }, labels: labels)
}
