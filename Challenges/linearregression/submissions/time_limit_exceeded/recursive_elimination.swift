// Too slow: Gaussian elimination written as a recursion for its entries, with nothing remembered: 4^d calls.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let d = data.columns.count
    // The bordered matrix, so that the right-hand side is eliminated along.
    let columns = data.columns + [data.deviations]
    let matrix = columns.map { row in columns.map { dot(row, $0) } }
    func entry(_ row: Int, _ column: Int, after steps: Int) -> Double {
        if steps == 0 { return matrix[row][column] }
        let pivot = steps - 1
        let diagonal = entry(pivot, pivot, after: pivot)
        let value = entry(row, column, after: pivot)
        if diagonal < 1e-13 { return value }
        return value - entry(row, pivot, after: pivot) * entry(pivot, column, after: pivot) / diagonal
    }
    var scaled = [Double](repeating: 0, count: d)
    for row in (0..<d).reversed() {
        let diagonal = entry(row, row, after: row)
        if diagonal < 1e-13 { continue }
        var rest = entry(row, d, after: row)
        for column in row + 1..<max(row + 1, d) { rest -= entry(row, column, after: row) * scaled[column] }
        scaled[row] = rest / diagonal
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
