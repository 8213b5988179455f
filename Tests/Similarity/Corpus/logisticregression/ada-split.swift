import Foundation

func negativeSide(_ z: Double) -> Double {
    let e = exp(z)
    return e / (1.0 + e)
}

func positiveSide(_ z: Double) -> Double {
    return 1.0 / (1.0 + exp(-z))
}

func sigmoid(_ z: Double) -> Double {
    if z < 0 {
        return negativeSide(z)
    } else {
        return positiveSide(z)
    }
}

func linear(_ x: [Double], _ w: [Double], _ b: Double) -> Double {
    var z = b
    for j in 0..<w.count {
        z += w[j] * x[j]
    }
    return z
}

func errorOf(_ x: [Double], _ label: Int, _ w: [Double], _ b: Double) -> Double {
    return sigmoid(linear(x, w, b)) - Double(label)
}

func addScaled(_ dw: inout [Double], _ error: Double, _ x: [Double], _ n: Double) {
    for j in 0..<dw.count {
        dw[j] += error * x[j] / n
    }
}

func gradients(_ points: [[Double]], _ labels: [Int], _ w: [Double], _ b: Double) -> (dw: [Double], db: Double) {
    let n = Double(points.count)
    var dw = [Double](repeating: 0.0, count: w.count)
    var db = 0.0
    for i in 0..<points.count {
        let error = errorOf(points[i], labels[i], w, b)
        addScaled(&dw, error, points[i], n)
        db += error / n
    }
    return (dw, db)
}

func stepDown(_ w: inout [Double], _ b: inout Double, _ dw: [Double], _ db: Double, _ rate: Double) {
    for j in 0..<w.count {
        w[j] = w[j] - rate * dw[j]
    }
    b = b - rate * db
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var w = [Double](repeating: 0.0, count: points[0].count)
    var b = 0.0
    var step = 0
    while step < iterations {
        let g = gradients(points, labels, w, b)
        stepDown(&w, &b, g.dw, g.db, learningRate)
        step += 1
    }
    return (weights: w, intercept: b)
}
