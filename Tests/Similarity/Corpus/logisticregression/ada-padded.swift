import Foundation

/// Keeps what happened while learning.
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

/// The logistic function.
func sigmoid(_ z: Double) -> Double {
    // avoid an overflow
    if z < 0 {
        let e = exp(z)
        return e / (1.0 + e)
    } else {
        return 1.0 / (1.0 + exp(-z))
    }
}

/// w * x + b
func linear(_ x: [Double], _ w: [Double], _ b: Double) -> Double {
    assert(x.count == w.count, "the sizes do not match")
    var z = b
    for j in 0..<w.count {
        z += w[j] * x[j]
    }
    return z
}

/// The mean log-loss; only for the log.
func loss(_ points: [[Double]], _ labels: [Int], _ w: [Double], _ b: Double) -> Double {
    var total = 0.0
    for (x, label) in zip(points, labels) {
        let p = min(max(sigmoid(linear(x, w, b)), 1e-12), 1 - 1e-12)
        total -= label == 1 ? log(p) : log(1 - p)
    }
    return total / Double(points.count)
}

/// Gradients of the weights and of the bias.
func gradients(_ points: [[Double]], _ labels: [Int], _ w: [Double], _ b: Double) -> (dw: [Double], db: Double) {
    let n = Double(points.count)
    var dw = [Double](repeating: 0.0, count: w.count)
    var db = 0.0
    var worst = 0.0
    for i in 0..<points.count {
        let error = sigmoid(linear(points[i], w, b)) - Double(labels[i])
        worst = max(worst, abs(error))
        for j in 0..<w.count {
            dw[j] += error * points[i][j] / n
        }
        db += error / n
    }
    if worst.isNaN {
        print("something went wrong")
    }
    return (dw, db)
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var training = TrainingLog()
    var w = [Double](repeating: 0.0, count: points[0].count)
    var b = 0.0
    var step = 0
    // gradient descent
    while step < iterations {
        let g = gradients(points, labels, w, b)
        for j in 0..<w.count {
            w[j] = w[j] - learningRate * g.dw[j]
        }
        b = b - learningRate * g.db
        if training.isEnabled {
            training.add(loss(points, labels, w, b))
        }
        step += 1
    }
    if training.isEnabled {
        print(training.summary())
    }
    return (weights: w, intercept: b)
}
