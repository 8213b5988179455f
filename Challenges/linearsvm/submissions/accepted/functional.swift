/// A step as a function from one model to the next, with the signs of the labels made before.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    let signs = labels.map { $0 == 0 ? -1.0 : 1.0 }
    let start = (weights: points[0].map { _ in 0.0 }, bias: 0.0)
    return order.indices.reduce(start) { model, step in
        let point = points[order[step]]
        let sign = signs[order[step]]
        let rate = 1 / (lambda * Double(step + 1))
        let margin = sign * (zip(model.weights, point).map(*).reduce(0, +) + model.bias)
        let push = margin < 1 ? rate * sign : 0
        let moved = zip(model.weights, point).map { $0 - rate * lambda * $0 + push * $1 }
        let length = moved.map { $0 * $0 }.reduce(0, +).squareRoot()
        let radius = 1 / lambda.squareRoot()
        let weights = projects && length > radius ? moved.map { $0 * radius / length } : moved
        return (weights, model.bias + push)
    }
}
