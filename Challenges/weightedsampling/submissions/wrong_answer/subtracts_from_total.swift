// Mistake: takes sums from the total down, so that small weights at the front are lost in rounding.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    total = weights.reduce(0, +)
    var rest = total
    for weight in weights {
        rest -= weight
        sums.append(total - rest)
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
        return min(low, weights.lastIndex { $0 > 0 }!)
    }
}
