// Mistake: fills a table of 4096 slots in proportion to the weights, which only approximates them.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    var slots: [Int] = []
    for (index, weight) in weights.enumerated() {
        slots += [Int](repeating: index, count: Int((weight / total * 4096).rounded()))
    }
    if slots.isEmpty { slots = [weights.firstIndex { $0 > 0 }!] }
    return uniforms.map { slots[Int($0 * Double(slots.count))] }
}
