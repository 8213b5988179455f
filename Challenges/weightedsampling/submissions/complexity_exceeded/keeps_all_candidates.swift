// Right, but keeps for every draw all items whose sums are greater: memory q * n.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let total = sums[sums.count - 1]
    let candidates = uniforms.map { uniform in sums.indices.filter { sums[$0] > uniform * total }.map { Int32($0) } }
    return candidates.map { Int($0[0]) }
}
