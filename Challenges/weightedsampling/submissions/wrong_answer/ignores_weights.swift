// Mistake: all items are equally likely.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    uniforms.map { Int($0 * Double(weights.count)) }
}
