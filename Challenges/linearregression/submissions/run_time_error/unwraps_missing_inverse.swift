// Crashes: unwraps an inverse that does not exist when features are constant, equal or otherwise dependent.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let inverse = inverse(of: data.gram)!
    let weights = data.weights(inverse.map { dot($0, data.products) })
    return (weights, data.targetMean - dot(weights, data.means))
}

/// Gauss-Jordan; nil when the matrix is singular to working precision.
private func inverse(of matrix: [[Double]]) -> [[Double]]? {
    let size = matrix.count
    var a = matrix
    var result = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
    for step in 0..<size {
        let pivot = (step..<size).max { abs(a[$0][step]) < abs(a[$1][step]) } ?? step
        if abs(a[pivot][step]) < 1e-13 { return nil }
        a.swapAt(step, pivot)
        result.swapAt(step, pivot)
        let value = a[step][step]
        for column in 0..<size {
            a[step][column] /= value
            result[step][column] /= value
        }
        for row in 0..<size where row != step {
            let factor = a[row][step]
            for column in 0..<size {
                a[row][column] -= factor * a[step][column]
                result[row][column] -= factor * result[step][column]
            }
        }
    }
    return result
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
