// Right, but columns are centred as in the textbook, by the n by n matrix I - 1/n: space in n: n^2 instead of n, and as
// much time to multiply with it.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let n = points.count
    let d = points[0].count
    let centring = (0..<n).map { row in (0..<n).map { (row == $0 ? 1 : 0) - 1 / Double(n) } }
    let centred = centring.map { row in
        var sum = [Double](repeating: 0, count: d)
        for (factor, point) in zip(row, points) {
            for feature in 0..<d { sum[feature] += factor * point[feature] }
        }
        return sum
    }
    let deviations = centring.map { dot($0, targets) }

    let means = (0..<d).map { feature in points.reduce(0) { $0 + $1[feature] } / Double(n) }
    // What centring a constant column leaves is rounding, not variation.
    let unit = (0..<d).map { feature -> (length: Double, values: [Double]) in
        let column = centred.map { $0[feature] }
        let length = dot(column, column).squareRoot()
        let isConstant = length <= 1e-12 * abs(means[feature]) * Double(n).squareRoot()
        return isConstant ? (0, column.map { _ in 0 }) : (length, column.map { $0 / length })
    }
    let gram = unit.map { row in unit.map { dot(row.values, $0.values) } }
    let scaled = solve(gram, unit.map { dot($0.values, deviations) })
    let weights = zip(scaled, unit).map { $1.length > 0 ? $0 / $1.length : 0 }
    return (weights, targets.reduce(0, +) / Double(n) - dot(weights, means))
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

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
