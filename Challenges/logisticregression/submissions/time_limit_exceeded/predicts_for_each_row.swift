import Glibc

// Too slow: predicts all rows to look at one, n times the work.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let count = Double(points.count)
    var weights = points[0].map { _ in 0.0 }
    var intercept = 0.0

    func probabilities() -> [Double] {
        points.map { point in
            var score = intercept
            for feature in point.indices { score += weights[feature] * point[feature] }
            return 1 / (1 + exp(-score))
        }
    }

    for _ in 0..<iterations {
        var gradient = weights.map { _ in 0.0 }
        var interceptGradient = 0.0
        for row in points.indices {
            let error = probabilities()[row] - Double(labels[row])
            for feature in weights.indices { gradient[feature] += error * points[row][feature] / count }
            interceptGradient += error / count
        }
        for feature in weights.indices { weights[feature] -= learningRate * gradient[feature] }
        intercept -= learningRate * interceptGradient
    }
    return (weights, intercept)
}
