// Right, but looks through the sums from the front for every draw: q * n.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let total = sums[sums.count - 1]
    return uniforms.map { uniform in sums.firstIndex { $0 > uniform * total }! }
}
