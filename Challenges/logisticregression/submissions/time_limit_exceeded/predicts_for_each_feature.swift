import Glibc

// Too slow: predicts every row again for each entry of the gradient, d times the work.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let count = Double(points.count)
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0

    func error(_ row: Int) -> Double {
        var score = intercept
        for feature in 0..<features { score += weights[feature] * points[row][feature] }
        return 1 / (1 + exp(-score)) - Double(labels[row])
    }

    for _ in 0..<iterations {
        let gradient = (0..<features).map { feature in
            points.indices.reduce(0) { $0 + error($1) * points[$1][feature] } / count
        }
        let interceptGradient = points.indices.reduce(0) { $0 + error($1) } / count
        for feature in 0..<features { weights[feature] -= learningRate * gradient[feature] }
        intercept -= learningRate * interceptGradient
    }
    return (weights, intercept)
}
