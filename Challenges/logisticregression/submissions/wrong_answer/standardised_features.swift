// Mistake: descends on standardised features and maps the weights back. The path is another one, and so is its end.
import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let count = Double(points.count)
    let means = (0..<features).map { feature in points.reduce(0) { $0 + $1[feature] } / count }
    let deviations = (0..<features).map { feature -> Double in
        let variance = points.reduce(0) { $0 + ($1[feature] - means[feature]) * ($1[feature] - means[feature]) } / count
        return variance > 0 ? variance.squareRoot() : 1
    }
    let standard = points.map { point in
        (0..<features).map { (point[$0] - means[$0]) / deviations[$0] }
    }
    let rate = learningRate / Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    var gradient = [Double](repeating: 0, count: features)

    for _ in 0..<iterations {
        for feature in 0..<features { gradient[feature] = 0 }
        var interceptGradient = 0.0
        for (point, label) in zip(standard, labels) {
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            let error = sigmoid(score) - Double(label)
            for feature in 0..<features { gradient[feature] += error * point[feature] }
            interceptGradient += error
        }
        for feature in 0..<features { weights[feature] -= rate * gradient[feature] }
        intercept -= rate * interceptGradient
    }
    for feature in 0..<features {
        weights[feature] /= deviations[feature]
        intercept -= weights[feature] * means[feature]
    }
    return (weights, intercept)
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
