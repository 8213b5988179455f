// Mistake: shares are added and one is taken to be greater than u, but rounded sums may end below.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    var shares: [Double] = []
    for weight in weights { shares.append((shares.last ?? 0) + weight / total) }
    return uniforms.map { uniform in shares.firstIndex { $0 > uniform }! }
}
