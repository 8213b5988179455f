// Wrong: everything is computed in single precision.
func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let count = Float(points.count)
    let rows = points.map { $0.map { Float($0) } }
    var weights = [Float](repeating: 0, count: rows[0].count)
    var intercept: Float = 0
    var total: Float = 0
    var averages: [Double] = []
    for step in 0..<steps {
        let errors = rows.indices.map { row in
            zip(weights, rows[row]).reduce(intercept) { $0 + $1.0 * $1.1 } - Float(targets[row])
        }
        let size = weights.reduce(0) { $0 + $1 * $1 }
        total += (errors.reduce(0) { $0 + $1 * $1 } / count + Float(penalty) * size) / 2
        averages.append(Double(total / Float(step + 1)))
        for feature in weights.indices {
            var slope = Float(penalty) * weights[feature]
            for row in rows.indices { slope += errors[row] * rows[row][feature] / count }
            weights[feature] -= Float(rate) * slope
        }
        intercept -= Float(rate) * errors.reduce(0, +) / count
    }
    return (weights.map { Double($0) }, Double(intercept), averages)
}
