// Mistake: adds in Float.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Float] = []
    var total: Float = 0
    for weight in weights {
        total += Float(weight)
        sums.append(total)
    }
    return uniforms.map { uniform in
        let target = Float(uniform) * total
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
