import Foundation

func squash(_ raw: Double) -> Double {
    if raw < 0 {
        let power = exp(raw)
        return power / (1.0 + power)
    } else {
        return 1.0 / (1.0 + exp(-raw))
    }
}

func score(_ features: [Double], _ theta: [Double], _ offset: Double) -> Double {
    return theta.indices.reduce(offset) { raw, col in raw + theta[col] * features[col] }
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var theta = [Double](repeating: 0.0, count: points[0].count)
    var offset = 0.0
    for _ in 0..<iterations {
        let direction = slopes(points, labels, theta, offset)
        var col = 0
        while col < theta.count {
            theta[col] = theta[col] - learningRate * direction.stepTheta[col]
            col += 1
        }
        offset = offset - learningRate * direction.stepOffset
    }
    return (weights: theta, intercept: offset)
}

func slopes(_ points: [[Double]], _ labels: [Int], _ theta: [Double], _ offset: Double) -> (
    stepTheta: [Double], stepOffset: Double
) {
    let size = Double(points.count)
    var stepTheta = [Double](repeating: 0.0, count: theta.count)
    var stepOffset = 0.0
    var row = 0
    while row < points.count {
        let miss = squash(score(points[row], theta, offset)) - Double(labels[row])
        stepTheta = stepTheta.indices.map { col in stepTheta[col] + miss * points[row][col] / size }
        stepOffset += miss / size
        row += 1
    }
    return (stepTheta, stepOffset)
}
