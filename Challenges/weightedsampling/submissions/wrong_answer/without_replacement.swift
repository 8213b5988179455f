// Mistake: an item that was drawn is not drawn again.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var rest = weights
    return uniforms.map { uniform in
        let target = uniform * rest.reduce(0, +)
        var sum = 0.0
        var index = 0
        for place in rest.indices {
            sum += rest[place]
            if sum > target {
                index = place
                break
            }
        }
        rest[index] = 0
        return index
    }
}
