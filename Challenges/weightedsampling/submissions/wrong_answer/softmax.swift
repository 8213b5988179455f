import Glibc

// Mistake: takes weights for logits.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    let largest = weights.max()!
    for weight in weights {
        total += exp(weight - largest)
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
