/// Coordinate descent on a flat copy of the points. After each sweep over all weights come some over those that are not 0, and it
/// stops once all changes are as small as rounding: whether they ever come to nothing is chance.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    var fit = Fit(points, targets, l1: l1, l2: l2)
    let all = Array(fit.weights.indices)
    for _ in 0..<sweeps {
        if !fit.sweep(all) { break }
        let active = all.filter { fit.weights[$0] != 0 }
        for _ in 0..<3 where !fit.sweep(active) { break }
    }
    let shift = zip(fit.weights, fit.means).reduce(0) { $0 + $1.0 * $1.1 }
    return (fit.weights, fit.targetMean - shift)
}

private struct Fit {
    let n: Int
    let l1: Double
    let l2: Double
    let targetMean: Double
    /// Column after column, centred.
    var values: [Double]
    var means: [Double]
    var squares: [Double]
    var residuals: [Double]
    var weights: [Double]
    /// Changes of the predictions up to this one are rounding.
    let smallest: Double

    init(_ points: [[Double]], _ targets: [Double], l1: Double, l2: Double) {
        n = points.count
        let d = points[0].count
        self.l1 = l1
        self.l2 = l2
        let mean = targets.reduce(0, +) / Double(n)
        targetMean = mean
        residuals = targets.map { $0 - mean }
        smallest = 1e-13 * (residuals.reduce(0) { $0 + $1 * $1 } / Double(n)).squareRoot()
        values = [Double](repeating: 0, count: n * d)
        means = [Double](repeating: 0, count: d)
        squares = means
        weights = means
        for (i, point) in points.enumerated() {
            for j in 0..<d {
                values[j * n + i] = point[j]
                means[j] += point[j]
            }
        }
        for j in 0..<d {
            means[j] /= Double(n)
            for i in j * n..<(j + 1) * n {
                values[i] -= means[j]
                squares[j] += values[i] * values[i]
            }
            squares[j] /= Double(n)
        }
    }

    /// Moves each of these weights to where the objective is smallest; whether any moved more than a little.
    mutating func sweep(_ indices: [Int]) -> Bool {
        var hasMoved = false
        for j in indices where squares[j] + l2 > 0 {
            let start = j * n
            var product = 0.0
            for i in 0..<n { product += values[start + i] * residuals[i] }
            let pull = product / Double(n) + squares[j] * weights[j]
            let weight = pull > l1 ? pull - l1 : pull < -l1 ? pull + l1 : 0
            let change = weight / (squares[j] + l2) - weights[j]
            if change == 0 { continue }
            if abs(change) * squares[j].squareRoot() > smallest { hasMoved = true }
            weights[j] += change
            for i in 0..<n { residuals[i] -= change * values[start + i] }
        }
        return hasMoved
    }
}
