// Mistake: always the heaviest item.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let best = weights.indices.max { weights[$0] < weights[$1] }!
    return uniforms.map { _ in best }
}
