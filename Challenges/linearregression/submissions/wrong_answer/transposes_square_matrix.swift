// Mistake: guesses whether rows are samples by comparing lengths, and so transposes a square matrix.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let columnsGiven = points[0].count == targets.count
    let rows = columnsGiven ? points[0].indices.map { row in points.map { $0[row] } } : points
    let data = Standardised(rows, targets)
    let weights = data.weights(solve(data.gram, data.products, threshold: 1e-13))
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

/// Gaussian elimination on a symmetric positive semidefinite system with the largest remaining diagonal entry as
/// pivot; unknowns whose pivot is below `threshold` get 0.
private func solve(_ system: [[Double]], _ right: [Double], threshold: Double) -> [Double] {
    var a = system
    var b = right
    var order = Array(b.indices)
    var rank = 0
    while rank < b.count {
        var best = rank
        for place in rank..<b.count where a[order[place]][order[place]] > a[order[best]][order[best]] { best = place }
        order.swapAt(rank, best)
        let pivot = order[rank]
        if a[pivot][pivot] <= threshold { break }
        for row in order[(rank + 1)...] {
            let factor = a[row][pivot] / a[pivot][pivot]
            for column in order[rank...] { a[row][column] -= factor * a[pivot][column] }
            b[row] -= factor * b[pivot]
        }
        rank += 1
    }
    var x = [Double](repeating: 0, count: b.count)
    for step in (0..<rank).reversed() {
        let row = order[step]
        x[row] = (b[row] - order[(step + 1)..<rank].reduce(0) { $0 + a[row][$1] * x[$1] }) / a[row][row]
    }
    return x
}
