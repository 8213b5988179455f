import Foundation

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var step = 0
    var b = 0.0
    var w = [Double](repeating: 0.0, count: points[0].count)
    while step < iterations {
        step += 1
        let g = gradients(points, labels, w, b)
        b = b - learningRate * g.db
        for j in 0..<w.count {
            w[j] = w[j] - learningRate * g.dw[j]
        }
    }
    return (weights: w, intercept: b)
}

func gradients(_ points: [[Double]], _ labels: [Int], _ w: [Double], _ b: Double) -> (dw: [Double], db: Double) {
    var db = 0.0
    var dw = [Double](repeating: 0.0, count: w.count)
    let n = Double(points.count)
    for i in 0..<points.count {
        let error = sigmoid(linear(points[i], w, b)) - Double(labels[i])
        db += error / n
        for j in 0..<w.count {
            dw[j] += error * points[i][j] / n
        }
    }
    return (dw, db)
}

func linear(_ x: [Double], _ w: [Double], _ b: Double) -> Double {
    var z = b
    for j in 0..<w.count {
        z += w[j] * x[j]
    }
    return z
}

func sigmoid(_ z: Double) -> Double {
    if z >= 0 {
        return 1.0 / (1.0 + exp(-z))
    } else {
        let e = exp(z)
        return e / (1.0 + e)
    }
}
