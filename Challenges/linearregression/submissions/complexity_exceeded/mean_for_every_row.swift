// Right, but while a column is centred, its mean is worked out again for every row: time in n: n^2 instead of n.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let columns = points[0].indices.map { feature in points.map { $0[feature] } }
    let centred = columns.map { column in column.map { $0 - mean(column) } }
    let deviations = targets.map { $0 - mean(targets) }
    // What centring a constant column leaves is rounding of its mean, not variation.
    let lengths = zip(columns, centred).map { column, centred -> Double in
        let length = dot(centred, centred).squareRoot()
        return length > 1e-12 * abs(mean(column)) * Double(column.count).squareRoot() ? length : 0
    }
    let unit = zip(centred, lengths).map { column, length in column.map { length > 0 ? $0 / length : 0 } }
    let scaled = solve(unit.map { row in unit.map { dot(row, $0) } }, unit.map { dot($0, deviations) })
    let weights = zip(scaled, lengths).map { $1 > 0 ? $0 / $1 : 0 }
    return (weights, mean(targets) - dot(weights, columns.map(mean)))
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

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
