// Right, but the rows of class 1 are kept in a list, and every row is looked up in it to learn its target: time in n:
// n^2 instead of n.

import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let positives = labels.indices.filter { labels[$0] == 1 }
    let targets = points.indices.map { positives.contains($0) ? 1.0 : 0.0 }
    let rate = learningRate / Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0

    for _ in 0..<iterations {
        var gradient = [Double](repeating: 0, count: features)
        var interceptGradient = 0.0
        for (point, target) in zip(points, targets) {
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            let error = sigmoid(score) - target
            for feature in 0..<features { gradient[feature] += error * point[feature] }
            interceptGradient += error
        }
        for feature in 0..<features { weights[feature] -= rate * gradient[feature] }
        intercept -= rate * interceptGradient
    }
    return (weights, intercept)
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
