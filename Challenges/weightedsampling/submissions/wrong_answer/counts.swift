// Mistake: returns how often each item is drawn.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    for weight in weights {
        total += weight
        sums.append(total)
    }
    var counts = [Int](repeating: 0, count: weights.count)
    for uniform in uniforms {
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
        counts[low] += 1
    }
    return counts
}
