// Mistake: shares are added, whose rounded sum may end below u; then no item is found.
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
        return low
    }
}
