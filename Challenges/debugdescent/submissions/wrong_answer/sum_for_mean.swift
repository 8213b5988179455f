// Wrong repair: the slope of the sum, not of the mean.
/// What the prediction of each point is above its target.
func residuals(_ points: [[Double]], _ targets: [Double], _ weights: [Double], _ intercept: Double) -> [Double] {
    zip(points, targets).map { point, target in
        var prediction = intercept
        for feature in weights.indices { prediction += weights[feature] * point[feature] }
        return prediction - target
    }
}

func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let count = Double(points.count)
    var weights = [Double](repeating: 0, count: points[0].count)
    var intercept = 0.0
    var total = 0.0
    var averages: [Double] = []
    for _ in 0..<steps {
        // The loss before the step, and the mean of all losses so far.
        let errors = residuals(points, targets, weights, intercept)
        let squares = errors.reduce(0) { $0 + $1 * $1 } / count
        let size = weights.reduce(0) { $0 + $1 * $1 }
        total += (squares + penalty * size) / 2
        averages.append(total / Double(averages.count + 1))

        // The slope of each weight: the penalty pulls it towards zero, the errors pull it to the data.
        var slopes = weights.map { penalty * $0 }
        for (point, error) in zip(points, errors) {
            for feature in slopes.indices { slopes[feature] += error * point[feature] }
        }
        for feature in weights.indices { weights[feature] -= rate * slopes[feature] }

        // The slope of the intercept is the mean error.
        intercept -= rate * errors.reduce(0, +) / count
    }
    return (weights, intercept, averages)
}
