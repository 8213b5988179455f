// Right, but the probabilities of all rows are kept for every step, although a step needs its own only: space in
// iterations: n*iterations instead of n.

import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let rate = learningRate / Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    var history: [[Double]] = []

    for step in 0..<iterations {
        history.append(
            points.map { point in
                var score = intercept
                for feature in 0..<features { score += weights[feature] * point[feature] }
                return sigmoid(score)
            })
        for (row, point) in points.enumerated() {
            let error = history[step][row] - Double(labels[row])
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
