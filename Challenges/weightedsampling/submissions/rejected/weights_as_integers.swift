// Mistake: takes weights for integers that fit into Int.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let scale = 1000.0
    var sums: [Int] = []
    for weight in weights { sums.append((sums.last ?? 0) + Int(weight * scale)) }
    return uniforms.map { uniform in
        let target = Int(uniform * Double(sums[sums.count - 1]))
        return sums.firstIndex { $0 > target } ?? 0
    }
}
