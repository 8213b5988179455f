// Wrong: all weights of a sweep are computed from the same residuals, which are updated after the sweep: steps add up.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(targets.count)
    let means = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / count }
    let columns = (0..<d).map { j in points.map { $0[j] - means[j] } }
    let squares = columns.map { column in column.reduce(0) { $0 + $1 * $1 } / count }
    let targetMean = targets.reduce(0, +) / count
    var residuals = targets.map { $0 - targetMean }
    var weights = [Double](repeating: 0, count: d)

    for _ in 0..<sweeps {
        let old = residuals
        for j in 0..<d where squares[j] + l2 > 0 {
            var product = 0.0
            for (value, residual) in zip(columns[j], old) { product += value * residual }
            // What the feature would explain alone, with the other weights held.
            let pull = product / count + squares[j] * weights[j]
            let weight = (max(pull - l1, 0) - max(-pull - l1, 0)) / (squares[j] + l2)
            let change = weight - weights[j]
            weights[j] = weight
            if change != 0 {
                for (i, value) in columns[j].enumerated() { residuals[i] -= change * value }
            }
        }
    }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
}
