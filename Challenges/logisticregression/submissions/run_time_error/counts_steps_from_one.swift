import Glibc

// Crash: the range 1...iterations does not exist for 0 iterations.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let count = Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    for _ in 1...iterations {
        var gradient = [Double](repeating: 0, count: features)
        var interceptGradient = 0.0
        for (point, label) in zip(points, labels) {
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            let error = 1 / (1 + exp(-score)) - Double(label)
            for feature in 0..<features { gradient[feature] += error * point[feature] }
            interceptGradient += error
        }
        for feature in 0..<features { weights[feature] -= learningRate * gradient[feature] / count }
        intercept -= learningRate * interceptGradient / count
    }
    return (weights, intercept)
}
