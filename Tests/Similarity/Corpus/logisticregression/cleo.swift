import Glibc

/// A model that learns from one pass over the data at a time.
struct LogisticModel {
    var coefficients: [Double]
    var bias: Double = 0

    init(features: Int) {
        coefficients = .init(repeating: 0, count: features)
    }

    func predict(_ row: [Double]) -> Double {
        let activation = coefficients.indices.reduce(bias) { $0 + coefficients[$1] * row[$1] }
        return 0.5 * (1 + tanh(activation / 2))
    }

    mutating func descend(_ data: [(row: [Double], target: Double)], rate: Double) {
        var slope = LogisticModel(features: coefficients.count)
        data.forEach { sample in
            let miss = predict(sample.row) - sample.target
            slope.bias += miss
            for (feature, value) in sample.row.enumerated() where value != 0 {
                slope.coefficients[feature] += miss * value
            }
        }
        let scale = rate / Double(data.count)
        bias -= scale * slope.bias
        for feature in coefficients.indices { coefficients[feature] -= scale * slope.coefficients[feature] }
    }
}

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    var model = LogisticModel(features: points.first?.count ?? 0)
    let data = zip(points, labels).map { (row: $0, target: Double($1)) }
    (0..<iterations).forEach { _ in model.descend(data, rate: learningRate) }
    return (model.coefficients, model.bias)
}
