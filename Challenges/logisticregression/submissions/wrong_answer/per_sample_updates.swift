// Mistake: stochastic gradient descent; each row moves the model before the next one is looked at.
import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let rate = learningRate
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0

    for _ in 0..<iterations {
        for (point, label) in zip(points, labels) {
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            let error = sigmoid(score) - Double(label)
            for feature in 0..<features { weights[feature] -= rate * error * point[feature] }
            intercept -= rate * error
        }
    }
    return (weights, intercept)
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
