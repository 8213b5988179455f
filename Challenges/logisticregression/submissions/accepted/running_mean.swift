import Glibc

/// Averages the gradient as it goes (mean += (x - mean) / count), and clamps scores as many libraries do.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    var model = (weights: [Double](repeating: 0, count: features), intercept: 0.0)
    for _ in 0..<iterations {
        var mean = (weights: [Double](repeating: 0, count: features), intercept: 0.0)
        for (index, point) in points.enumerated() {
            var score = 0.0
            for feature in (0..<features).reversed() { score += model.weights[feature] * point[feature] }
            score += model.intercept
            let pull = Double(labels[index]) - 1 / (1 + exp(-max(-500, min(500, score))))
            let share = 1 / Double(index + 1)
            for feature in 0..<features {
                mean.weights[feature] += (pull * point[feature] - mean.weights[feature]) * share
            }
            mean.intercept += (pull - mean.intercept) * share
        }
        for feature in 0..<features { model.weights[feature] += learningRate * mean.weights[feature] }
        model.intercept += learningRate * mean.intercept
    }
    return model
}
