import Foundation

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    let n = points.count
    let d = points[0].count
    var weights = [Double](repeating: 0, count: d)
    var intercept = 0.0

    for _ in 0..<iterations {
        var gradientWeights = [Double](repeating: 0, count: d)
        var gradientIntercept = 0.0
        for i in 0..<n {
            var z = intercept
            for j in 0..<d {
                z += weights[j] * points[i][j]
            }
            let prediction = 1 / (1 + exp(-z))
            let error = prediction - Double(labels[i])
            for j in 0..<d {
                gradientWeights[j] += error * points[i][j]
            }
            gradientIntercept += error
        }
        for j in 0..<d {
            weights[j] -= learningRate * gradientWeights[j] / Double(n)
        }
        intercept -= learningRate * gradientIntercept / Double(n)
    }
    return (weights, intercept)
}
