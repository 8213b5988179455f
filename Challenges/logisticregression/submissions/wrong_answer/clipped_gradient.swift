// Mistake: shortens a gradient longer than 1, a habit from training deep networks.
import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let rate = learningRate / Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    var gradient = [Double](repeating: 0, count: features)

    for _ in 0..<iterations {
        for feature in 0..<features { gradient[feature] = 0 }
        var interceptGradient = 0.0
        for (point, label) in zip(points, labels) {
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            let error = sigmoid(score) - Double(label)
            for feature in 0..<features { gradient[feature] += error * point[feature] }
            interceptGradient += error
        }
        let square = gradient.reduce(interceptGradient * interceptGradient) { $0 + $1 * $1 }
        let length = square.squareRoot() / Double(points.count)
        let shrink = length > 1 ? 1 / length : 1
        for feature in 0..<features { weights[feature] -= shrink * rate * gradient[feature] }
        intercept -= shrink * rate * interceptGradient
    }
    return (weights, intercept)
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
