// Mistake: uses 1 - u, which is as random but draws other items.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    for weight in weights {
        total += weight
        sums.append(total)
    }
    return uniforms.map { uniform in
        let target = min(1 - uniform, 1.0.nextDown) * total
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
