// what: Disjoint sets joined by size in equal pairs, then asked for roots without compression.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Joining equals makes a binomial tree, whose mean depth is log2(n) / 2, and 4 n walks go to its root.

func work(_ values: [Int]) -> Int {
    let count = values.count
    var parent = Array(0..<count)
    func root(_ item: Int) -> (item: Int, depth: Int) {
        var (item, depth) = (item, 0)
        while parent[item] != item {
            item = parent[item]
            depth += 1
        }
        return (item, depth)
    }
    var width = 1
    while width < count {
        for start in stride(from: 0, to: count - width, by: 2 * width) {
            parent[root(start + width).item] = root(start).item
        }
        width *= 2
    }
    var sum = 0
    for (index, value) in values.enumerated() {
        for question in [index, count - 1 - index, index / 2, index ^ 1] where question < count {
            let (item, depth) = root(question)
            sum = sum &+ (value ^ item) &* depth
        }
    }
    return sum
}
