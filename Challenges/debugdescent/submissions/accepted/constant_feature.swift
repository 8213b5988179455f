// The intercept is the weight of one more feature that is always 1 and is not penalised.
func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let rows = points.map { $0 + [1] }
    let d = points[0].count
    let penalties = (0...d).map { $0 < d ? penalty : 0 }
    var weights = [Double](repeating: 0, count: d + 1)
    var losses: [Double] = []
    for _ in 0..<steps {
        let errors = zip(rows, targets).map { row, target in zip(row, weights).reduce(-target) { $0 + $1.0 * $1.1 } }
        var gradient = zip(penalties, weights).map { $0 * $1 }
        for (row, error) in zip(rows, errors) {
            for feature in 0...d { gradient[feature] += row[feature] * error / Double(rows.count) }
        }
        let cost = zip(penalties, weights).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        losses.append(0.5 * (errors.reduce(0) { $0 + $1 * $1 } / Double(rows.count) + cost))
        for feature in 0...d { weights[feature] -= rate * gradient[feature] }
    }
    var total = 0.0
    let averages = losses.enumerated().map { index, loss in
        total += loss
        return total / Double(index + 1)
    }
    return (Array(weights[..<d]), weights[d], averages)
}
