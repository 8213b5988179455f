import Foundation

func sigmoid(_ z: Double) -> Double {
    if z < 0 {
        let e = exp(z)
        return e / (1.0 + e)
    } else {
        return 1.0 / (1.0 + exp(-z))
    }
}

func linear(_ x: [Double], _ w: [Double], _ b: Double) -> Double {
    var z = b
    for j in 0..<w.count {
        z += w[j] * x[j]
    }
    return z
}

func gradients(_ points: [[Double]], _ labels: [Int], _ w: [Double], _ b: Double) -> (dw: [Double], db: Double) {
    let n = Double(points.count)
    var dw = [Double](repeating: 0.0, count: w.count)
    var db = 0.0
    for i in 0..<points.count {
        let error = sigmoid(linear(points[i], w, b)) - Double(labels[i])
        for j in 0..<w.count {
            dw[j] += error * points[i][j] / n
        }
        db += error / n
    }
    return (dw, db)
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var w = [Double](repeating: 0.0, count: points[0].count)
    var b = 0.0
    var step = 0
    while step < iterations {
        let g = gradients(points, labels, w, b)
        for j in 0..<w.count {
            w[j] = w[j] - learningRate * g.dw[j]
        }
        b = b - learningRate * g.db
        step += 1
    }
    return (weights: w, intercept: b)
}
