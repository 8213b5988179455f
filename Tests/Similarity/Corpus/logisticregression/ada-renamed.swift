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
    var raw = offset
    for col in 0..<theta.count {
        raw += theta[col] * features[col]
    }
    return raw
}

func slopes(_ points: [[Double]], _ labels: [Int], _ theta: [Double], _ offset: Double) -> (
    stepTheta: [Double], stepOffset: Double
) {
    let size = Double(points.count)
    var stepTheta = [Double](repeating: 0.0, count: theta.count)
    var stepOffset = 0.0
    for row in 0..<points.count {
        let miss = squash(score(points[row], theta, offset)) - Double(labels[row])
        for col in 0..<theta.count {
            stepTheta[col] += miss * points[row][col] / size
        }
        stepOffset += miss / size
    }
    return (stepTheta, stepOffset)
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var theta = [Double](repeating: 0.0, count: points[0].count)
    var offset = 0.0
    var epoch = 0
    while epoch < iterations {
        let direction = slopes(points, labels, theta, offset)
        for col in 0..<theta.count {
            theta[col] = theta[col] - learningRate * direction.stepTheta[col]
        }
        offset = offset - learningRate * direction.stepOffset
        epoch += 1
    }
    return (weights: theta, intercept: offset)
}
