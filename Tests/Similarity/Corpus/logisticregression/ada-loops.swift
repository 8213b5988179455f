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
    return w.indices.reduce(b) { z, j in z + w[j] * x[j] }
}

func gradients(_ points: [[Double]], _ labels: [Int], _ w: [Double], _ b: Double) -> (dw: [Double], db: Double) {
    let n = Double(points.count)
    var dw = [Double](repeating: 0.0, count: w.count)
    var db = 0.0
    var i = 0
    while i < points.count {
        let error = sigmoid(linear(points[i], w, b)) - Double(labels[i])
        dw = dw.indices.map { j in dw[j] + error * points[i][j] / n }
        db += error / n
        i += 1
    }
    return (dw, db)
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var w = [Double](repeating: 0.0, count: points[0].count)
    var b = 0.0
    for _ in 0..<iterations {
        let g = gradients(points, labels, w, b)
        var j = 0
        while j < w.count {
            w[j] = w[j] - learningRate * g.dw[j]
            j += 1
        }
        b = b - learningRate * g.db
    }
    return (weights: w, intercept: b)
}
