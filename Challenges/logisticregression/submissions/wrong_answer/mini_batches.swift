// Mistake: mini-batches of 32 rows, one step for each; right only while a batch holds every row.
import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    var gradient = [Double](repeating: 0, count: features)

    for _ in 0..<iterations {
        for first in stride(from: 0, to: points.count, by: 32) {
            let batch = first..<min(points.count, first + 32)
            let rate = learningRate / Double(batch.count)
            for feature in 0..<features { gradient[feature] = 0 }
            var interceptGradient = 0.0
            for row in batch {
                var score = intercept
                for feature in 0..<features { score += weights[feature] * points[row][feature] }
                let error = sigmoid(score) - Double(labels[row])
                for feature in 0..<features { gradient[feature] += error * points[row][feature] }
                interceptGradient += error
            }
            for feature in 0..<features { weights[feature] -= rate * gradient[feature] }
            intercept -= rate * interceptGradient
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
