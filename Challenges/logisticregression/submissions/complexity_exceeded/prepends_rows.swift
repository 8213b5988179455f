// Right, but the rows with their last column of ones are put together from the last to the first, each before those
// already there, which moves them all: time in n: n^2 instead of n.

import Glibc

func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let width = points[0].count + 1
    var rows: [[Double]] = []
    for point in points.reversed() { rows.insert(point + [1], at: 0) }
    var weights = [Double](repeating: 0, count: width)
    let rate = learningRate / Double(rows.count)

    for _ in 0..<iterations {
        var gradient = [Double](repeating: 0, count: width)
        for (row, label) in zip(rows, labels) {
            var score = 0.0
            for column in 0..<width { score += weights[column] * row[column] }
            let error = sigmoid(score) - Double(label)
            for column in 0..<width { gradient[column] += error * row[column] }
        }
        for column in 0..<width { weights[column] -= rate * gradient[column] }
    }
    return (Array(weights.dropLast()), weights[width - 1])
}

/// Only ever exponentiates a number that is not positive, so that nothing overflows.
private func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}
