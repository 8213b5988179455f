typealias Vector = [Double]

extension Array where Element == Double {
    static func - (a: Vector, b: Vector) -> Vector { zip(a, b).map { $0.0 - $0.1 } }
    static func + (a: Vector, b: Vector) -> Vector { zip(a, b).map { $0.0 + $0.1 } }
    var norm: Double { reduce(0) { $0 + $1 * $1 } }
    func scaled(by factor: Double) -> Vector { map { $0 * factor } }
}

private func assign(_ points: [Vector], to means: [Vector]) -> [Int] {
    return points.map { x in
        means.indices.reduce(0) { best, candidate in
            (x - means[candidate]).norm < (x - means[best]).norm ? candidate : best
        }
    }
}

private func update(_ means: [Vector], _ points: [Vector], _ labels: [Int]) -> [Vector] {
    let groups = Dictionary(grouping: zip(labels, points), by: { $0.0 })
    return means.enumerated().map { entry in
        guard let group = groups[entry.offset] else { return entry.element }
        let zero = Vector(repeating: 0, count: entry.element.count)
        return group.map { $0.1 }.reduce(zero, +).scaled(by: 1 / Double(group.count))
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    func rounds(_ means: [Vector], _ left: Int) -> [Vector] {
        if left == 0 { return means }
        return rounds(update(means, points, assign(points, to: means)), left - 1)
    }
    let final = rounds(initialCentroids, iterations)
    return (final, assign(points, to: final))
}
