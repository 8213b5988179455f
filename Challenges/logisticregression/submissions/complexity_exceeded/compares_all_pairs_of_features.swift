// Right, but to work out the gradient of equal features only once, it first compares all pairs of features, row by row:
// time in d: n*d^2 instead of n*d.

import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let columns = points[0].indices.map { feature in points.map { $0[feature] } }
    let features = columns.count
    let differences = columns.map { column in
        columns.map { other in zip(column, other).reduce(0) { max($0, abs($1.0 - $1.1)) } }
    }
    // For each feature the first one that equals it in every row, which is often itself.
    let twins = differences.map { row in row.firstIndex(of: 0)! }
    let rate = learningRate / Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0

    for _ in 0..<iterations {
        let errors = zip(points, labels).map { point, label in
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            return sigmoid(score) - Double(label)
        }
        var gradient = [Double](repeating: 0, count: features)
        for feature in 0..<features {
            if twins[feature] < feature {
                gradient[feature] = gradient[twins[feature]]
            } else {
                for (error, value) in zip(errors, columns[feature]) { gradient[feature] += error * value }
            }
        }
        for feature in 0..<features { weights[feature] -= rate * gradient[feature] }
        intercept -= rate * errors.reduce(0, +)
    }
    return (weights, intercept)
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
