/// No search at all: core points that are neighbours are united, in a forest with path halving and union by size.
///
/// The points lie in one array, and each pair is measured at most three times: time n^2*d, space n*d + n.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    let count = points.count
    let flat = points.flatMap { $0 }
    let width = points.first?.count ?? 0
    let square = radius * radius
    func isNear(_ a: Int, _ b: Int) -> Bool {
        var sum = 0.0
        for column in 0..<width {
            let difference = flat[a * width + column] - flat[b * width + column]
            sum += difference * difference
        }
        return sum <= square
    }

    // Every point counts itself.
    var neighbours = [Int](repeating: 1, count: count)
    for a in 0..<count {
        for b in 0..<a where isNear(a, b) {
            neighbours[a] += 1
            neighbours[b] += 1
        }
    }

    var forest = Forest(count)
    for a in 0..<count where neighbours[a] >= minimumPoints {
        for b in 0..<a where neighbours[b] >= minimumPoints && isNear(a, b) { forest.unite(a, b) }
    }

    // Numbers in the order of the first core points.
    var numbers = [Int](repeating: -1, count: count)
    var labels = [Int](repeating: -1, count: count)
    var clusters = 0
    for point in 0..<count where neighbours[point] >= minimumPoints {
        let root = forest.root(point)
        if numbers[root] < 0 {
            numbers[root] = clusters
            clusters += 1
        }
        labels[point] = numbers[root]
    }
    for point in 0..<count where neighbours[point] < minimumPoints {
        var first = clusters
        for core in 0..<count where neighbours[core] >= minimumPoints && labels[core] < first && isNear(point, core) {
            first = labels[core]
        }
        if first < clusters { labels[point] = first }
    }
    return labels
}

/// Disjoint sets of integers.
private struct Forest {
    private var parents: [Int]
    private var sizes: [Int]

    init(_ count: Int) {
        parents = Array(0..<count)
        sizes = [Int](repeating: 1, count: count)
    }

    mutating func root(_ start: Int) -> Int {
        var node = start
        while parents[node] != node {
            parents[node] = parents[parents[node]]
            node = parents[node]
        }
        return node
    }

    mutating func unite(_ a: Int, _ b: Int) {
        var large = root(a)
        var small = root(b)
        if large == small { return }
        if sizes[large] < sizes[small] { swap(&large, &small) }
        parents[small] = large
        sizes[large] += sizes[small]
    }
}
