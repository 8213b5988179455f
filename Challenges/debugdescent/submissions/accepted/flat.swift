// A rewrite: one pass over the points for each step, the points in one array.
func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let n = points.count
    let d = points[0].count
    let values = points.flatMap { $0 }
    var weights = [Double](repeating: 0, count: d)
    var slopes = weights
    var intercept = 0.0
    var average = 0.0
    var averages: [Double] = []
    averages.reserveCapacity(steps)
    for step in 0..<steps {
        var (squares, sum) = (0.0, 0.0)
        for feature in 0..<d { slopes[feature] = 0 }
        for row in 0..<n {
            var error = intercept - targets[row]
            for feature in 0..<d { error += weights[feature] * values[row * d + feature] }
            squares += error * error
            sum += error
            for feature in 0..<d { slopes[feature] += error * values[row * d + feature] }
        }
        var loss = squares / Double(2 * n)
        for feature in 0..<d {
            loss += penalty / 2 * weights[feature] * weights[feature]
            weights[feature] -= rate * (slopes[feature] / Double(n) + penalty * weights[feature])
        }
        intercept -= rate * (sum / Double(n))
        average += (loss - average) / Double(step + 1)
        averages.append(average)
    }
    return (weights, intercept, averages)
}
