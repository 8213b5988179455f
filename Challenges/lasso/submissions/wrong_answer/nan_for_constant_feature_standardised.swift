// Wrong: divides every column by its deviation first, so that a constant feature becomes 0 / 0.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(targets.count)
    let means = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / count }
    let centred = (0..<d).map { j in points.map { $0[j] - means[j] } }
    let deviations = centred.map { column in (column.reduce(0) { $0 + $1 * $1 } / count).squareRoot() }
    let columns = (0..<d).map { j in centred[j].map { $0 / deviations[j] } }
    let targetMean = targets.reduce(0, +) / count
    var residuals = targets.map { $0 - targetMean }
    var weights = [Double](repeating: 0, count: d)

    for _ in 0..<sweeps {
        for j in 0..<d {
            var product = 0.0
            for (value, residual) in zip(columns[j], residuals) { product += value * residual }
            // What the feature would explain alone, with the other weights held.
            let pull = product / count + weights[j]
            let threshold = l1 / deviations[j]
            let weight =
                (max(pull - threshold, 0) - max(-pull - threshold, 0)) / (1 + l2 / (deviations[j] * deviations[j]))
            let change = weight - weights[j]
            weights[j] = weight
            if change != 0 {
                for (i, value) in columns[j].enumerated() { residuals[i] -= change * value }
            }
        }
    }
    for j in 0..<d { weights[j] /= deviations[j] }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
}
