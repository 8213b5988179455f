import Glibc

/// A step as a pure function of the model, and the answer as its `iterations`-fold application.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let start = Model(weights: points[0].map { _ in 0 }, intercept: 0)
    let end = (0..<iterations).reduce(start) { model, _ in
        model.stepped(points: points, labels: labels, learningRate: learningRate)
    }
    return (end.weights, end.intercept)
}

private struct Model {
    let weights: [Double]
    let intercept: Double

    /// The textbook sigmoid. For a large negative score `exp` is infinite and 1 / infinity is 0, which is right.
    func probability(_ point: [Double]) -> Double {
        1 / (1 + exp(-(intercept + zip(weights, point).reduce(0) { $0 + $1.0 * $1.1 })))
    }

    func stepped(points: [[Double]], labels: [Int], learningRate: Double) -> Model {
        let errors = zip(points, labels).map { probability($0) - Double($1) }
        let sums = zip(points, errors).reduce(into: weights.map { _ in 0.0 }) { sums, row in
            for (feature, value) in row.0.enumerated() { sums[feature] += row.1 * value }
        }
        let count = Double(points.count)
        return Model(
            weights: zip(weights, sums).map { $0 - learningRate * ($1 / count) },
            intercept: intercept - learningRate * (errors.reduce(0, +) / count))
    }
}
