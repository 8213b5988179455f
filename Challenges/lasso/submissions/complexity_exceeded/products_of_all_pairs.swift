// Right, but the products of all pairs of features are kept, so that steps need no rows: time and space in d: d^2 instead of d.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(targets.count)
    let means = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / count }
    let columns = (0..<d).map { j in points.map { $0[j] - means[j] } }
    let squares = columns.map { column in column.reduce(0) { $0 + $1 * $1 } / count }
    let targetMean = targets.reduce(0, +) / count
    let centredTargets = targets.map { $0 - targetMean }
    let products = columns.map { column in columns.map { other in dot(column, other) / count } }
    var pulls = columns.map { column in dot(column, centredTargets) / count }
    var weights = [Double](repeating: 0, count: d)

    for _ in 0..<sweeps {
        for j in 0..<d where squares[j] + l2 > 0 {
            // What the feature would explain alone, with the other weights held.
            let pull = pulls[j] + squares[j] * weights[j]
            let weight = (max(pull - l1, 0) - max(-pull - l1, 0)) / (squares[j] + l2)
            let change = weight - weights[j]
            weights[j] = weight
            if change != 0 {
                for k in 0..<d { pulls[k] -= change * products[j][k] }
            }
        }
    }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
