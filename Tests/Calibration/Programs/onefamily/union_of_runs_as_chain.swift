// what: Joins ascending neighbours in disjoint sets that neither compress paths nor compare sizes.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: An ascending run hangs each root below the next value, so the walk from the run's start is as long as the run.

struct Forest {
    var parent: [Int]

    func root(of item: Int) -> Int {
        var item = item
        while parent[item] != item { item = parent[item] }
        return item
    }

    mutating func join(_ a: Int, below b: Int) {
        parent[root(of: a)] = root(of: b)
    }
}

func work(_ values: [Int]) -> Int {
    var forest = Forest(parent: Array(0..<values.count))
    var start = 0
    for index in values.indices.dropFirst() {
        if values[index - 1] < values[index] {
            forest.join(start, below: index)
        } else {
            start = index
        }
    }
    return forest.parent.enumerated().reduce(0) { $0 &+ ($1.offset ^ $1.element) }
}
