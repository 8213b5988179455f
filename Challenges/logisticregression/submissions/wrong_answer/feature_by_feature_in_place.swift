// Mistake: keeps scores up to date while it moves one weight after the other, so that later features see a model
// that has moved already (coordinate descent, not gradient descent).
import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let rate = learningRate / Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    var scores = [Double](repeating: 0, count: points.count)

    for _ in 0..<iterations {
        for feature in 0..<features {
            var gradient = 0.0
            for (row, point) in points.enumerated() {
                gradient += (sigmoid(scores[row]) - Double(labels[row])) * point[feature]
            }
            weights[feature] -= rate * gradient
            for (row, point) in points.enumerated() { scores[row] -= rate * gradient * point[feature] }
        }
        var gradient = 0.0
        for row in points.indices { gradient += sigmoid(scores[row]) - Double(labels[row]) }
        intercept -= rate * gradient
        for row in points.indices { scores[row] -= rate * gradient }
    }
    return (weights, intercept)
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
