// Right, but adds each cumulative sum from the first weight on: n^2.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    for index in weights.indices {
        total = weights[...index].reduce(0, +)
        sums.append(total)
    }
    return uniforms.map { uniform in
        let target = uniform * total
        var low = 0
        var high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
