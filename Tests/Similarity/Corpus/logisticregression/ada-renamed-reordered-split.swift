import Foundation

func upper(_ raw: Double) -> Double {
    return 1.0 / (1.0 + exp(-raw))
}

func collect(_ stepTheta: inout [Double], _ miss: Double, _ features: [Double], _ size: Double) {
    for col in 0..<stepTheta.count {
        stepTheta[col] += miss * features[col] / size
    }
}

func slopes(_ points: [[Double]], _ labels: [Int], _ theta: [Double], _ offset: Double) -> (
    stepTheta: [Double], stepOffset: Double
) {
    let size = Double(points.count)
    var stepTheta = [Double](repeating: 0.0, count: theta.count)
    var stepOffset = 0.0
    for row in 0..<points.count {
        let miss = missOf(points[row], labels[row], theta, offset)
        collect(&stepTheta, miss, points[row], size)
        stepOffset += miss / size
    }
    return (stepTheta, stepOffset)
}

func lower(_ raw: Double) -> Double {
    let power = exp(raw)
    return power / (1.0 + power)
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var theta = [Double](repeating: 0.0, count: points[0].count)
    var offset = 0.0
    var epoch = 0
    while epoch < iterations {
        let direction = slopes(points, labels, theta, offset)
        move(&theta, &offset, direction.stepTheta, direction.stepOffset, learningRate)
        epoch += 1
    }
    return (weights: theta, intercept: offset)
}

func missOf(_ features: [Double], _ truth: Int, _ theta: [Double], _ offset: Double) -> Double {
    return squash(score(features, theta, offset)) - Double(truth)
}

func move(_ theta: inout [Double], _ offset: inout Double, _ stepTheta: [Double], _ stepOffset: Double, _ speed: Double)
{
    for col in 0..<theta.count {
        theta[col] = theta[col] - speed * stepTheta[col]
    }
    offset = offset - speed * stepOffset
}

func squash(_ raw: Double) -> Double {
    if raw < 0 {
        return lower(raw)
    } else {
        return upper(raw)
    }
}

func score(_ features: [Double], _ theta: [Double], _ offset: Double) -> Double {
    var raw = offset
    for col in 0..<theta.count {
        raw += theta[col] * features[col]
    }
    return raw
}
