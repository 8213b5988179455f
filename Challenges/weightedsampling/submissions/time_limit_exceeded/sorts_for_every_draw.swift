// Right, but sorts all sums with the target among them for every draw: q * n * log(n).
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let total = sums[sums.count - 1]
    return uniforms.map { uniform in
        let target = uniform * total
        // Equal sums stand before the target.
        let all = sums.indices.map { (sums[$0], 0) } + [(target, 1)]
        let sorted = all.shuffled().sorted { $0 < $1 }
        return sorted.firstIndex { $0.1 == 1 }!
    }
}
