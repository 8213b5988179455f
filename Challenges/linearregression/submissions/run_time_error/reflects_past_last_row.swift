// Crashes: one reflection per column, also when there are more columns than rows: index out of range for n < d.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let n = points.count
    let d = data.columns.count
    var matrix = data.columns
    var right = data.deviations
    var order = Array(0..<d)
    var diagonal = [Double](repeating: 0, count: d)
    for step in 0..<d {
        let lengths = order.map { feature in dot(Array(matrix[feature][step...]), Array(matrix[feature][step...])) }
        let pivot = (step..<d).max { lengths[$0] < lengths[$1] } ?? step
        order.swapAt(step, pivot)
        let length = lengths[pivot].squareRoot()
        var reflector = Array(matrix[order[step]][step...])
        let head = reflector[0] < 0 ? -length : length
        if length < 1e-10 { continue }
        reflector[0] += head
        diagonal[step] = -head
        for place in step + 1..<max(step + 1, d) {
            let column = order[place]
            let along = dot(reflector, Array(matrix[column][step...])) / (head * reflector[0])
            for row in step..<n { matrix[column][row] -= along * reflector[row - step] }
        }
        let along = dot(reflector, Array(right[step...])) / (head * reflector[0])
        for row in step..<n { right[row] -= along * reflector[row - step] }
    }
    var scaled = [Double](repeating: 0, count: d)
    for step in (0..<d).reversed() where diagonal[step] != 0 {
        var rest = right[step]
        for place in step + 1..<max(step + 1, d) { rest -= matrix[order[place]][step] * scaled[order[place]] }
        scaled[order[step]] = rest / diagonal[step]
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
