// Right, but takes weight after weight off the target for every draw: q * n.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    let last = weights.lastIndex { $0 > 0 }!
    return uniforms.map { uniform in
        var rest = uniform * total
        for index in 0..<last {
            if rest < weights[index] { return index }
            rest -= weights[index]
        }
        return last
    }
}
