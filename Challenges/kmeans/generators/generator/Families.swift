import ChallengeKit

/// Round clusters of different widths, some of which overlap; the start is k of the points.
func blobs(_ sizes: Sizes, _ random: inout Random) -> Instance {
    let centres = (0..<sizes.clusters).map { _ in (0..<sizes.dimension).map { _ in random.uniform(-10, 10) } }
    let widths = centres.map { _ in random.uniform(0.5, 2.5) }
    let points = (0..<sizes.points).map { _ in
        let blob = random.int(0...sizes.clusters - 1)
        return centres[blob].map { $0 + widths[blob] * random.normal() }
    }
    let start = random.permutation(sizes.points).prefix(sizes.clusters)
    return Instance(points: points, centroids: start.map { points[$0] })
}

/// Few distinct points, each many times over, and centroids of which some are equal: empty clusters from the start.
func duplicates(_ sizes: Sizes, _ random: inout Random) -> Instance {
    let pool = (0..<max(1, sizes.points / 8)).map { _ in (0..<sizes.dimension).map { _ in random.uniform(-20, 20) } }
    let points = (0..<sizes.points).map { _ in pool[random.int(0...pool.count - 1)] }
    // Off the points: a centroid that stays on a point, and the mean of copies of that point, would differ by no more
    // than rounding.
    var centroids = (0..<sizes.clusters).map { _ in
        pool[random.int(0...pool.count - 1)].map { $0 + random.uniform(-1, 1) }
    }
    for index in centroids.indices.dropFirst() where random.int(0...3) == 0 {
        centroids[index] = centroids[random.int(0...index - 1)]
    }
    return Instance(points: points, centroids: centroids)
}

/// Points along a line, all centroids near one of its ends: borders creep along for many rounds, so neither stopping
/// when nothing moves nor bounds on how far centroids moved save much work.
func line(_ sizes: Sizes, _ random: inout Random) -> Instance {
    let direction = random.rotation(sizes.dimension)[0]
    let origin = (0..<sizes.dimension).map { _ in random.uniform(-20, 20) }
    func at(_ position: Double) -> [Double] { zip(origin, direction).map { $0 + position * $1 } }
    let points = (0..<sizes.points).map { _ in
        at(random.uniform(-50, 50)).map { $0 + 0.01 * random.normal() }
    }
    let spacing = 20 / Double(sizes.clusters)
    let centroids = random.permutation(sizes.clusters).map { place in
        at(-50 + spacing * (Double(place) + random.uniform(0.2, 0.8)))
    }
    return Instance(points: points, centroids: centroids)
}

/// One heavy cluster, k - 1 clusters of a single far point, some centroids so far that they own nothing. Work that
/// grows with the square of a cluster's size shows here, where clusters of even size would hide it.
func lopsided(_ sizes: Sizes, _ random: inout Random) -> Instance {
    let far = (0..<sizes.clusters - 1).map { _ in
        let direction = (0..<sizes.dimension).map { _ in random.normal() }
        let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let distance = random.uniform(50, 100)
        return direction.map { distance * $0 / max(length, 1e-3) }
    }
    let heavy = (far.count..<sizes.points).map { _ in (0..<sizes.dimension).map { _ in random.normal() } }
    var centroids = far.map { point in
        let stretch = random.int(0...3) == 0 ? 3.0 : random.uniform(0.9, 1.1)
        return point.map { stretch * $0 }
    }
    centroids.append(heavy[0])
    let points = far + heavy
    return Instance(
        points: random.permutation(sizes.points).map { points[$0] },
        centroids: random.permutation(sizes.clusters).map { centroids[$0] })
}

/// Fisher's iris measurements in random order, rotated and scaled; the start is k of the flowers, each moved a little,
/// because measurements in whole millimetres are full of ties.
func iris(_ sizes: Sizes, _ random: inout Random) -> Instance {
    let flowers = irisMeasurements.split(separator: "\n").map { $0.split(separator: " ").map { Double($0)! } }
    let scale = random.uniform(0.5, 50)
    let rotation = random.rotation(4).map { $0.map { scale * $0 } }
    func turned(_ flower: [Double]) -> [Double] {
        rotation.map { row in zip(row, flower).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let order = random.permutation(flowers.count).prefix(sizes.points)
    let start = random.permutation(order.count).prefix(sizes.clusters)
    return Instance(
        points: order.map { turned(flowers[$0]) },
        centroids: start.map { place in turned(flowers[order[place]].map { $0 + 0.1 * random.normal() }) })
}
