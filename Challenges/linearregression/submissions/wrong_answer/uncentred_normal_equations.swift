// Mistake: normal equations of the raw features and a column of ones. Where the values lie far from zero beside their
// spread, the sums of squares agree in all digits but the last few, and those few are the answer.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let columns = (0..<d).map { feature in points.map { $0[feature] } } + [points.map { _ in 1 }]
    let lengths = columns.map { dot($0, $0).squareRoot() }
    let unit = zip(columns, lengths).map { column, length in column.map { length > 0 ? $0 / length : 0 } }
    let scaled = solve(unit.map { row in unit.map { dot(row, $0) } }, unit.map { dot($0, targets) }, threshold: 1e-14)
    let weights = zip(scaled, lengths).map { $1 > 0 ? $0 / $1 : 0 }
    return (Array(weights[..<d]), weights[d])
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
