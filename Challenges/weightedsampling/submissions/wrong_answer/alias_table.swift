// Mistake: an alias table, which has the right probabilities, but which draws other items than the cumulative sums do.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let n = weights.count
    let total = weights.reduce(0, +)
    var shares = weights.map { $0 / total * Double(n) }
    var alias = Array(0..<n)
    var limits = [Double](repeating: 1, count: n)
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let light = small.popLast(), let heavy = large.popLast() {
        limits[light] = shares[light]
        alias[light] = heavy
        shares[heavy] -= 1 - shares[light]
        if shares[heavy] < 1 { small.append(heavy) } else { large.append(heavy) }
    }
    return uniforms.map { uniform in
        let column = min(n - 1, Int(uniform * Double(n)))
        return uniform * Double(n) - Double(column) < limits[column] ? column : alias[column]
    }
}
