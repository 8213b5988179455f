// Right but too slow: the residuals are computed from all weights before each step, n*d for each of d weights.
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
        for j in 0..<d where squares[j] + l2 > 0 {
            for i in residuals.indices {
                residuals[i] = targets[i] - targetMean
                for k in 0..<d { residuals[i] -= weights[k] * columns[k][i] }
            }
            var product = 0.0
            for (value, residual) in zip(columns[j], residuals) { product += value * residual }
            // What the feature would explain alone, with the other weights held.
            let pull = product / count + squares[j] * weights[j]
            let weight = (max(pull - l1, 0) - max(-pull - l1, 0)) / (squares[j] + l2)
            weights[j] = weight
        }
    }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
}
