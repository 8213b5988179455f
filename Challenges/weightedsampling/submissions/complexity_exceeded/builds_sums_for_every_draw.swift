// Right, but builds the sums again for every draw: q * n.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    uniforms.map { uniform in
        let sums = cumulative(weights)
        let target = uniform * sums[sums.count - 1]
        var low = 0
        var high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

private func cumulative(_ weights: [Double]) -> [Double] {
    var sums = weights
    for index in weights.indices.dropFirst() { sums[index] += sums[index - 1] }
    return sums
}
