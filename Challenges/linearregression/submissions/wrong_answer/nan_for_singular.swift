// Mistake: divides by every pivot. A singular system has a zero among them, and 0 / 0 is NaN.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let d = data.columns.count
    var a = data.gram
    var b = data.products
    for step in 0..<d {
        let pivot = (step..<d).max { abs(a[$0][step]) < abs(a[$1][step]) } ?? step
        a.swapAt(step, pivot)
        b.swapAt(step, pivot)
        for row in step + 1..<max(step + 1, d) {
            let factor = a[row][step] / a[step][step]
            for column in step..<d { a[row][column] -= factor * a[step][column] }
            b[row] -= factor * b[step]
        }
    }
    for step in (0..<d).reversed() {
        b[step] /= a[step][step]
        for row in 0..<step { b[row] -= a[row][step] * b[step] }
    }
    let weights = data.weights(b)
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
