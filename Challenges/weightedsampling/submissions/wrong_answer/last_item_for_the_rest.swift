// Mistake: where rounded shares end below u, the last item is taken even if its weight is 0.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    let all = weights.reduce(0, +)
    var total = 0.0
    for weight in weights {
        total += weight / all
        sums.append(total)
    }
    return uniforms.map { uniform in
        let target = uniform
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
        return min(low, weights.count - 1)
    }
}
