/// No coordinate descent: accelerated proximal gradient steps for standardised features, with the penalties to match, until they settle.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let n = Double(points.count)
    let d = points[0].count
    let means = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / n }
    let deviations = (0..<d).map { j in
        (points.reduce(0) { $0 + ($1[j] - means[j]) * ($1[j] - means[j]) } / n).squareRoot()
    }
    // A constant feature, but for rounding, stays out.
    let used = (0..<d).filter { deviations[$0] > 1e-9 * abs(means[$0]) }
    let rows = points.map { point in used.map { (point[$0] - means[$0]) / deviations[$0] } }
    let thresholds = used.map { l1 / deviations[$0] }
    let ridges = used.map { l2 / (deviations[$0] * deviations[$0]) }
    let mean = targets.reduce(0, +) / n

    /// The gradient of the smooth part, without targets if they are not given.
    func gradient(_ weights: [Double], _ targets: [Double]?) -> [Double] {
        var sums = [Double](repeating: 0, count: used.count)
        for (i, row) in rows.enumerated() {
            var residual = -(targets?[i] ?? mean) + mean
            for j in used.indices { residual += row[j] * weights[j] }
            for j in used.indices { sums[j] += residual * row[j] }
        }
        return used.indices.map { sums[$0] / n + ridges[$0] * weights[$0] }
    }

    // The largest curvature, by the power method, and some more to be safe.
    var direction = used.indices.map { 1 + Double($0 * 37 % 11) }
    var curvature = 1.0
    for _ in 0..<30 {
        direction = gradient(direction, nil)
        curvature = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if curvature == 0 { break }
        direction = direction.map { $0 / curvature }
    }
    curvature = max(curvature * 1.2, 1e-300)

    var weights = used.map { _ in 0.0 }
    var ahead = weights
    var momentum = 1.0
    for _ in 0..<20 * (sweeps + 50) {
        let slopes = gradient(ahead, targets)
        let moved = used.indices.map { j in
            let pull = curvature * ahead[j] - slopes[j]
            return (max(pull - thresholds[j], 0) - max(-pull - thresholds[j], 0)) / curvature
        }
        let steps = used.indices.map { moved[$0] - weights[$0] }
        let isBackwards = zip(steps, zip(ahead, moved)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) } > 0
        let next = isBackwards ? 1 : (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
        let share = isBackwards ? 0 : (momentum - 1) / next
        weights = moved
        ahead = used.indices.map { moved[$0] + share * steps[$0] }
        momentum = next
        let size = weights.reduce(0) { max($0, abs($1)) }
        if steps.allSatisfy({ abs($0) <= 1e-13 * size }) { break }
    }

    var result = [Double](repeating: 0, count: d)
    for (place, j) in used.enumerated() { result[j] = weights[place] / deviations[j] }
    return (result, zip(result, means).reduce(mean) { $0 - $1.0 * $1.1 })
}
