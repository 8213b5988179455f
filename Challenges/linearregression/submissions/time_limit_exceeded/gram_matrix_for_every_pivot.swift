// Too slow: before every pivot all inner products of all columns are computed anew, n * d^3 in all.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let d = data.columns.count
    var rows = points.indices.map { row in data.columns.map { $0[row] } }
    var residuals = data.deviations
    // combinations[j]: the weights of the features in what column j has become.
    var combinations = (0..<d).map { row in (0..<d).map { $0 == row ? 1.0 : 0.0 } }
    var isDone = [Bool](repeating: false, count: d)
    var scaled = [Double](repeating: 0, count: d)
    for _ in 0..<d {
        var gram = [[Double]](repeating: [Double](repeating: 0, count: d), count: d)
        for j in 0..<d {
            for k in 0..<d {
                for row in rows { gram[j][k] += row[j] * row[k] }
            }
        }
        let free = (0..<d).filter { !isDone[$0] }
        guard let pivot = free.max(by: { gram[$0][$0] < gram[$1][$1] }), gram[pivot][pivot] > 1e-18 else { break }
        isDone[pivot] = true
        var along = 0.0
        for (row, residual) in zip(rows, residuals) { along += row[pivot] * residual }
        along /= gram[pivot][pivot]
        for feature in 0..<d { scaled[feature] += along * combinations[pivot][feature] }
        for row in rows.indices { residuals[row] -= along * rows[row][pivot] }
        for column in free where column != pivot {
            let factor = gram[pivot][column] / gram[pivot][pivot]
            for row in rows.indices { rows[row][column] -= factor * rows[row][pivot] }
            for feature in 0..<d { combinations[column][feature] -= factor * combinations[pivot][feature] }
        }
    }
    let weights = data.weights(scaled)
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
