/// The weights are kept as a direction and a factor: decay and projection change the factor alone, and a step without a push costs the score
/// only. The square of the length is kept up to date, too.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    var model = Model(direction: [Double](repeating: 0, count: points[0].count))
    var t = 0.0
    for row in order {
        t += 1
        let label = Double(2 * labels[row] - 1)
        let product = model.factor * dot(model.direction, points[row])
        let isViolated = label * (product + model.bias) < 1
        // The first decay takes away everything, which there is not yet.
        if t > 1 {
            model.factor *= (t - 1) / t
            model.square *= ((t - 1) / t) * ((t - 1) / t)
        }
        if isViolated {
            let push = label / (lambda * t)
            model.add(push, points[row], productBefore: t > 1 ? product * (t - 1) / t : 0)
            model.bias += push
        }
        if projects, lambda * model.square > 1 {
            model.factor /= (lambda * model.square).squareRoot()
            model.square = 1 / lambda
        }
    }
    return (model.direction.map { model.factor * $0 }, model.bias)
}

private struct Model {
    var direction: [Double]
    var factor = 1.0
    var square = 0.0
    var bias = 0.0

    /// Adds `push` times `point`, whose product with the weights is known.
    mutating func add(_ push: Double, _ point: [Double], productBefore: Double) {
        let step = push / factor
        for j in direction.indices { direction[j] += step * point[j] }
        square += 2 * push * productBefore + push * push * dot(point, point)
    }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
