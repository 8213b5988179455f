// Wrong: |w| is replaced by the root of w^2 + 1e-8, which has a slope everywhere; weights come near 0 but never become 0.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(targets.count)
    let means = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / count }
    let columns = (0..<d).map { j in points.map { $0[j] - means[j] } }
    let squares = columns.map { column in column.reduce(0) { $0 + $1 * $1 } / count }
    let targetMean = targets.reduce(0, +) / count
    var residuals = targets.map { $0 - targetMean }
    var weights = [Double](repeating: 0, count: d)

    for _ in 0..<sweeps {
        for j in 0..<d where squares[j] + l2 > 0 {
            let pull = zip(columns[j], residuals).reduce(0) { $0 + $1.0 * $1.1 } / count + squares[j] * weights[j]
            // The slope of the smooth objective rises with the weight: bisection finds where it is 0.
            var low = -abs(pull) / (squares[j] + l2)
            var high = -low
            for _ in 0..<60 {
                let middle = (low + high) / 2
                let slope = (squares[j] + l2) * middle + l1 * middle / (middle * middle + 1e-8).squareRoot() - pull
                if slope > 0 { high = middle } else { low = middle }
            }
            let change = (low + high) / 2 - weights[j]
            weights[j] += change
            for (i, value) in columns[j].enumerated() { residuals[i] -= change * value }
        }
    }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
}
