import Foundation

typealias Matrix = [[Double]]

func transpose(_ m: Matrix) -> Matrix {
    var t = Matrix()
    for column in 0..<m[0].count {
        t.append(m.map { $0[column] })
    }
    return t
}

func multiply(_ m: Matrix, _ v: [Double]) -> [Double] {
    m.map { row in
        var product = 0.0
        for (a, b) in zip(row, v) { product += a * b }
        return product
    }
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    let x = points
    let xT = transpose(points)
    let y = labels.map(Double.init)
    let m = Double(y.count)
    var w = [Double](repeating: 0, count: xT.count)
    var c = 0.0
    for _ in stride(from: iterations, to: 0, by: -1) {
        var p = multiply(x, w)
        for i in p.indices {
            let z = min(max(p[i] + c, -700), 700)
            p[i] = 1 / (1 + exp(-z)) - y[i]
        }
        let g = multiply(xT, p)
        for (j, slope) in g.enumerated() {
            w[j] -= learningRate * slope / m
        }
        c -= learningRate * p.reduce(0, +) / m
    }
    return (w, c)
}
