import Foundation

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var epoch = 0
    var offset = 0.0
    var theta = [Double](repeating: 0.0, count: points[0].count)
    while epoch < iterations {
        epoch += 1
        let direction = slopes(points, labels, theta, offset)
        offset = offset - learningRate * direction.stepOffset
        for col in 0..<theta.count {
            theta[col] = theta[col] - learningRate * direction.stepTheta[col]
        }
    }
    return (weights: theta, intercept: offset)
}

func slopes(_ points: [[Double]], _ labels: [Int], _ theta: [Double], _ offset: Double) -> (
    stepTheta: [Double], stepOffset: Double
) {
    var stepOffset = 0.0
    var stepTheta = [Double](repeating: 0.0, count: theta.count)
    let size = Double(points.count)
    for row in 0..<points.count {
        let miss = squash(score(points[row], theta, offset)) - Double(labels[row])
        stepOffset += miss / size
        for col in 0..<theta.count {
            stepTheta[col] += miss * points[row][col] / size
        }
    }
    return (stepTheta, stepOffset)
}

func score(_ features: [Double], _ theta: [Double], _ offset: Double) -> Double {
    var raw = offset
    for col in 0..<theta.count {
        raw += theta[col] * features[col]
    }
    return raw
}

func squash(_ raw: Double) -> Double {
    if raw >= 0 {
        return 1.0 / (1.0 + exp(-raw))
    } else {
        let power = exp(raw)
        return power / (1.0 + power)
    }
}
