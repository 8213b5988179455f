// Right, but for every weight all equations are solved again, to use one number of the solution: time in d: d^4 instead
// of d^3.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let gram = data.gram
    let products = data.products
    let weights = data.weights(gram.indices.map { solve(gram, products)[$0] })
    return (weights, data.targetMean - dot(weights, data.means))
}

/// Solves the normal equations by elimination, the largest remaining diagonal entry first. It stops when only rounding
/// is left; the weights of the features not yet taken stay 0.
private func solve(_ gram: [[Double]], _ products: [Double]) -> [Double] {
    let d = gram.count
    var matrix = gram
    var right = products
    var order = Array(0..<d)
    var rank = 0
    while rank < d {
        var best = rank
        for place in rank..<d where matrix[order[place]][order[place]] > matrix[order[best]][order[best]] {
            best = place
        }
        order.swapAt(rank, best)
        let pivot = order[rank]
        if matrix[pivot][pivot] < 1e-13 { break }
        for row in order[(rank + 1)...] {
            let factor = matrix[row][pivot] / matrix[pivot][pivot]
            for column in order[rank...] { matrix[row][column] -= factor * matrix[pivot][column] }
            right[row] -= factor * right[pivot]
        }
        rank += 1
    }
    var solution = [Double](repeating: 0, count: d)
    for step in (0..<rank).reversed() {
        let row = order[step]
        let known = order[(step + 1)..<rank].reduce(0) { $0 + matrix[row][$1] * solution[$1] }
        solution[row] = (right[row] - known) / matrix[row][row]
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
