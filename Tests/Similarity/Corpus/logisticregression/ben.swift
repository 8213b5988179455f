import Glibc

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    // The intercept is the weight of a feature that is always one.
    let rows = points.map { [1.0] + $0 }
    let targets = labels.map { Double($0) }
    let factor = learningRate / Double(rows.count)
    var theta = Array(repeating: 0.0, count: rows[0].count)
    for _ in 0..<iterations {
        let residuals = zip(rows, targets).map { row, target -> Double in
            let score = zip(row, theta).map(*).reduce(0, +)
            return target - 1 / (1 + exp(-score))
        }
        theta = theta.indices.map { j in
            theta[j] + factor * zip(rows, residuals).reduce(0) { $0 + $1.0[j] * $1.1 }
        }
    }
    return (Array(theta[1...]), theta[0])
}
