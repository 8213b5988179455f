/// What the prediction of each point is above its target.
func residuals(_ points: [[Double]], _ targets: [Double], _ weights: [Double], _ intercept: Double) -> [Double] {
    zip(points, targets).map { point, target in
        var prediction = intercept
        for feature in weights.indices { prediction += weights[feature] * point[feature] }
        return prediction - target
    }
}

/// Fits a linear model with an intercept by gradient descent on the mean squared error, with a penalty on large weights.
///
/// - Parameters:
///   - points: n rows of d numbers, the features of each point.
///   - targets: n numbers.
///   - penalty: 0 or more: how much large weights cost. The intercept costs nothing.
///   - rate: above 0, the learning rate.
///   - steps: how many steps to take from zero, 0 or more.
/// - Returns: the d weights and the intercept after the last step, and for each step the mean of the losses so far.
func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let count = Double(points.count)
    var weights = [Double](repeating: 0, count: points[0].count)
    var intercept = 0.0
    var losses: [Double] = []
    var averages: [Double] = []
    for _ in 0..<steps {
        // The loss before the step, and the mean of all losses so far.
        var errors = residuals(points, targets, weights, intercept)
        let squares = errors.reduce(0) { $0 + $1 * $1 } / count
        let size = weights.reduce(0) { $0 + $1 * $1 }
        losses.append((squares + penalty * size) / 2)
        averages.append(losses.reduce(0, +) / Double(losses.count))

        // The slope of each weight: the penalty pulls it towards zero, the errors pull it to the data.
        var slopes = weights.map { -penalty * $0 }
        for (point, error) in zip(points, errors) {
            for feature in slopes.indices { slopes[feature] += error * point[feature] / count }
        }
        for feature in weights.indices { weights[feature] -= rate * slopes[feature] }

        // The slope of the intercept is the mean error.
        errors = residuals(points, targets, weights, intercept)
        intercept -= rate * errors.reduce(0, +) / count
    }
    return (weights, intercept, averages)
}
