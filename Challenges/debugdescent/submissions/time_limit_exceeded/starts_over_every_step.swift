// Too slow: the weights after each step are computed from the start.
func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let n = Double(points.count)
    func state(after count: Int) -> (weights: [Double], intercept: Double, loss: Double) {
        var weights = [Double](repeating: 0, count: points[0].count)
        var intercept = 0.0
        var loss = 0.0
        for step in 0...count {
            let errors = zip(points, targets).map { point, target in
                zip(point, weights).reduce(intercept - target) { $0 + $1.0 * $1.1 }
            }
            let size = weights.reduce(0) { $0 + $1 * $1 }
            loss = (errors.reduce(0) { $0 + $1 * $1 } / n + penalty * size) / 2
            if step == count { break }
            for feature in weights.indices {
                let slope = zip(points, errors).reduce(0) { $0 + $1.0[feature] * $1.1 } / n
                weights[feature] -= rate * (slope + penalty * weights[feature])
            }
            intercept -= rate * errors.reduce(0, +) / n
        }
        return (weights, intercept, loss)
    }
    var total = 0.0
    let averages = (0..<steps).map { step in
        total += state(after: step).loss
        return total / Double(step + 1)
    }
    let last = state(after: steps)
    return (last.weights, last.intercept, averages)
}
