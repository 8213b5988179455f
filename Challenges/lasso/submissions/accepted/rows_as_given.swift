/// Works on the points as they are: means are taken out of each value when it is needed. Goes from the last feature to the first.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let count = Double(points.count)
    let d = points[0].count
    var means = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { means[j] += point[j] / count }
    }
    var squares = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { squares[j] += (point[j] - means[j]) * (point[j] - means[j]) / count }
    }
    var weights = [Double](repeating: 0, count: d)
    var intercept = 0.0
    for target in targets { intercept += target / count }
    var residuals = targets.map { $0 - intercept }
    for _ in 1...sweeps {
        for j in (0..<d).reversed() {
            var pull = squares[j] * weights[j]
            for (point, residual) in zip(points, residuals) { pull += (point[j] - means[j]) * residual / count }
            guard squares[j] + l2 > 0 else { continue }
            let size = max(0, abs(pull) - l1) / (squares[j] + l2)
            let change = (pull < 0 ? -size : size) - weights[j]
            guard change != 0 else { continue }
            weights[j] += change
            // The intercept goes along, so that the residuals still sum to zero.
            intercept -= change * means[j]
            for (i, point) in points.enumerated() { residuals[i] -= change * (point[j] - means[j]) }
        }
    }
    return (weights, intercept)
}
