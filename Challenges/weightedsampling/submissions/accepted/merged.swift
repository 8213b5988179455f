/// Without a search: the numbers are sorted, and one pass goes over items and numbers together.
///
/// Time n + q*log(q), space n + q.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    let last = weights.lastIndex { $0 > 0 }!
    var draws = [Int](repeating: 0, count: uniforms.count)
    var index = 0
    var sum = weights[0]
    for place in uniforms.indices.sorted(by: { uniforms[$0] < uniforms[$1] }) {
        while index < last, sum <= uniforms[place] * total {
            index += 1
            sum += weights[index]
        }
        draws[place] = index
    }
    return draws
}
