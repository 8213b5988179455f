// Mistake: adds weights in falling order, as a scan would have it.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let order = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    var sums: [Double] = []
    var total = 0.0
    for index in order {
        total += weights[index]
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
        return order[low]
    }
}
