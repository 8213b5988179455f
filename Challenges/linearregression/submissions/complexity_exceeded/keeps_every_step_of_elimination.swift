// Right, but the matrix is kept as it was after each step of the elimination, although the last one has all that is
// needed: space in d: d^3 instead of d^2.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let weights = data.weights(solve(data.gram, data.products))
    return (weights, data.targetMean - dot(weights, data.means))
}

/// Solves the normal equations by elimination, the largest remaining diagonal entry first. It stops when only rounding
/// is left; the weights of the features not yet taken stay 0.
private func solve(_ gram: [[Double]], _ products: [Double]) -> [Double] {
    let d = gram.count
    // Bordered by the right-hand side, row after row.
    let width = d + 1
    var steps = [zip(gram, products).flatMap { $0 + [$1] }]
    var order = Array(0..<d)
    while steps.count <= d {
        let rank = steps.count - 1
        var matrix = steps[rank]
        var best = rank
        for place in rank..<d where matrix[order[place] * (width + 1)] > matrix[order[best] * (width + 1)] {
            best = place
        }
        order.swapAt(rank, best)
        let pivot = order[rank]
        if matrix[pivot * width + pivot] < 1e-13 { break }
        for row in order[(rank + 1)...] {
            let factor = matrix[row * width + pivot] / matrix[pivot * width + pivot]
            for column in order[rank...] { matrix[row * width + column] -= factor * matrix[pivot * width + column] }
            matrix[row * width + d] -= factor * matrix[pivot * width + d]
        }
        steps.append(matrix)
    }
    let rank = steps.count - 1
    let last = steps[rank]
    var solution = [Double](repeating: 0, count: d)
    for step in (0..<rank).reversed() {
        let row = order[step]
        let known = order[(step + 1)..<rank].reduce(0) { $0 + last[row * width + $1] * solution[$1] }
        solution[row] = (last[row * width + d] - known) / last[row * width + row]
    }
    return solution
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
