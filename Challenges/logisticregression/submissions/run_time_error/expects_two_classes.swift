import Glibc

// Crash: takes the second of the classes that occur for the positive one, where only one class occurs.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let features = points[0].count
    let count = Double(points.count)
    let positive = Set(labels).sorted()[1]
    let targets = labels.map { $0 == positive ? 1.0 : 0.0 }
    var weights = [Double](repeating: 0, count: features)
    var intercept = 0.0
    for _ in 0..<iterations {
        var gradient = [Double](repeating: 0, count: features)
        var interceptGradient = 0.0
        for (point, target) in zip(points, targets) {
            var score = intercept
            for feature in 0..<features { score += weights[feature] * point[feature] }
            let error = 1 / (1 + exp(-score)) - target
            for feature in 0..<features { gradient[feature] += error * point[feature] }
            interceptGradient += error
        }
        for feature in 0..<features { weights[feature] -= learningRate * gradient[feature] / count }
        intercept -= learningRate * interceptGradient / count
    }
    return (weights, intercept)
}
