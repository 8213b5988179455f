// Mistake: regresses on each feature alone, as if the features were uncorrelated.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let weights = data.weights(data.products)
    return (weights, data.targetMean - dot(weights, data.means))
}

/// Means and lengths of the columns about them (0 for a constant one), the centred columns at unit length, and the
/// mean and deviations of the targets.
private struct Standardised {
    var means: [Double] = []
    var lengths: [Double] = []
    var columns: [[Double]] = []
    let targetMean: Double
    let deviations: [Double]

    init(_ points: [[Double]], _ targets: [Double]) {
        let count = Double(points.count)
        for feature in points[0].indices {
            let mean = points.reduce(0) { $0 + $1[feature] } / count
            let centred = points.map { $0[feature] - mean }
            let length = dot(centred, centred).squareRoot()
            let isConstant = length <= 1e-12 * abs(mean) * count.squareRoot()
            means.append(mean)
            lengths.append(isConstant ? 0 : length)
            columns.append(centred.map { isConstant ? 0 : $0 / length })
        }
        let mean = targets.reduce(0, +) / count
        targetMean = mean
        deviations = targets.map { $0 - mean }
    }

    var gram: [[Double]] { columns.map { row in columns.map { dot(row, $0) } } }
    var products: [Double] { columns.map { dot($0, deviations) } }

    /// Weights for the features as given, from those for the columns at unit length.
    func weights(_ scaled: [Double]) -> [Double] { zip(scaled, lengths).map { $1 > 0 ? $0 / $1 : 0 } }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
