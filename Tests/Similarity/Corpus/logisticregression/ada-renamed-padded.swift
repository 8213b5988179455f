import Foundation
struct TrainingLog {
    var losses: [Double] = []
    var isEnabled = false

    mutating func add(_ loss: Double) {
        if isEnabled {
            losses.append(loss)
        }
    }

    func summary() -> String {
        if losses.isEmpty { return "no losses" }
        return "first \(losses[0]), last \(losses[losses.count - 1])"
    }
}
func squash(_ raw: Double) -> Double {
    if raw < 0 {
        let power = exp(raw)
        return power / (1.0 + power)
    } else {
        return 1.0 / (1.0 + exp(-raw))
    }
}
func score(_ features: [Double], _ theta: [Double], _ offset: Double) -> Double {
    assert(features.count == theta.count, "the sizes do not match")
    var raw = offset
    for col in 0..<theta.count {
        raw += theta[col] * features[col]
    }
    return raw
}
func loss(_ points: [[Double]], _ labels: [Int], _ theta: [Double], _ offset: Double) -> Double {
    var total = 0.0
    for (features, truth) in zip(points, labels) {
        let p = min(max(squash(score(features, theta, offset)), 1e-12), 1 - 1e-12)
        total -= truth == 1 ? log(p) : log(1 - p)
    }
    return total / Double(points.count)
}
func slopes(_ points: [[Double]], _ labels: [Int], _ theta: [Double], _ offset: Double) -> (
    stepTheta: [Double], stepOffset: Double
) {
    let size = Double(points.count)
    var stepTheta = [Double](repeating: 0.0, count: theta.count)
    var stepOffset = 0.0
    var worst = 0.0
    for row in 0..<points.count {
        let miss = squash(score(points[row], theta, offset)) - Double(labels[row])
        worst = max(worst, abs(miss))
        for col in 0..<theta.count {
            stepTheta[col] += miss * points[row][col] / size
        }
        stepOffset += miss / size
    }
    if worst.isNaN {
        print("something went wrong")
    }
    return (stepTheta, stepOffset)
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var training = TrainingLog()
    var theta = [Double](repeating: 0.0, count: points[0].count)
    var offset = 0.0
    var epoch = 0
    while epoch < iterations {
        let direction = slopes(points, labels, theta, offset)
        for col in 0..<theta.count {
            theta[col] = theta[col] - learningRate * direction.stepTheta[col]
        }
        offset = offset - learningRate * direction.stepOffset
        if training.isEnabled {
            training.add(loss(points, labels, theta, offset))
        }
        epoch += 1
    }
    if training.isEnabled {
        print(training.summary())
    }
    return (weights: theta, intercept: offset)
}
