// Mistake: sorts the weights, heaviest first, and returns places in that order.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    for weight in weights.sorted(by: >) {
        total += weight
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
