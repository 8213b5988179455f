import Glibc

/// Works on columns: scores grow column after column, and each entry of the gradient is one dot product.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let rows = points.count
    let columns = points[0].indices.map { feature in points.map { $0[feature] } }
    var weights = [Double](repeating: 0, count: columns.count)
    var intercept = 0.0
    var errors = [Double](repeating: 0, count: rows)

    for _ in 0..<iterations {
        for row in 0..<rows { errors[row] = intercept }
        for (weight, column) in zip(weights, columns) {
            for row in 0..<rows { errors[row] += weight * column[row] }
        }
        for row in 0..<rows {
            // The sigmoid is half a hyperbolic tangent, moved up by a half; tanh cannot overflow.
            errors[row] = 0.5 + 0.5 * tanh(0.5 * errors[row]) - Double(labels[row])
        }
        for (feature, column) in columns.enumerated() {
            var sum = 0.0
            for row in 0..<rows { sum += errors[row] * column[row] }
            weights[feature] -= learningRate * sum / Double(rows)
        }
        intercept -= learningRate * errors.reduce(0, +) / Double(rows)
    }
    return (weights, intercept)
}
