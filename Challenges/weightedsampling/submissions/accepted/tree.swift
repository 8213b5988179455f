/// A tree of sums in an array (Fenwick, 1994), which one descends from the top. Weights could be changed between draws.
struct WeightTree {
    private var sums: [Double]
    private let top: Int

    init(_ weights: [Double]) {
        sums = [0] + weights
        for index in 1..<sums.count {
            let parent = index + (index & -index)
            if parent < sums.count { sums[parent] += sums[index] }
        }
        var top = 1
        while top * 2 < sums.count { top *= 2 }
        self.top = top
    }

    /// The number of items whose cumulative sum is at most `target`.
    func count(upTo target: Double) -> Int {
        var rest = target
        var place = 0
        var step = top
        while step > 0 {
            if place + step < sums.count, sums[place + step] <= rest {
                place += step
                rest -= sums[place]
            }
            step /= 2
        }
        return place
    }
}

func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let tree = WeightTree(weights)
    let total = weights.reduce(0, +)
    let last = weights.lastIndex { $0 > 0 }!
    return uniforms.map { min(tree.count(upTo: $0 * total), last) }
}
