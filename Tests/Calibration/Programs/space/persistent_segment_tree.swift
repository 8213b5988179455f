// what: A persistent tree of counts with one version for each value.
// time: n log n
// space: n log n
// time-bound: n * log(n)
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: over
// why: Every version adds log2(n) nodes that are all kept, one log more than was asked for.

final class Version {
    let count: Int
    let left: Version?
    let right: Version?

    init(count: Int, left: Version?, right: Version?) {
        self.count = count
        self.left = left
        self.right = right
    }
}

func adding(_ rank: Int, to tree: Version?, _ low: Int, _ high: Int) -> Version {
    let count = (tree?.count ?? 0) + 1
    if high - low == 1 { return Version(count: count, left: nil, right: nil) }
    let middle = (low + high) / 2
    if rank < middle {
        return Version(count: count, left: adding(rank, to: tree?.left, low, middle), right: tree?.right)
    }
    return Version(count: count, left: tree?.left, right: adding(rank, to: tree?.right, middle, high))
}

func work(_ values: [Int]) -> Int {
    let n = values.count
    var versions: [Version] = []
    for (index, value) in values.enumerated() {
        let rank = (value &+ index &* 40_503) % n
        versions.append(adding(rank, to: versions.last, 0, n))
    }
    return versions.reduce(0) { $0 &* 3 &+ $1.count ^ ($1.left?.count ?? 0) }
}
