// Mistake: ridge regression with lambda 1 instead of least squares, and the intercept is penalised as well.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    var gram = [[Double]](repeating: [Double](repeating: 0, count: d + 1), count: d + 1)
    var right = [Double](repeating: 0, count: d + 1)
    for (point, target) in zip(points, targets) {
        let row = point + [1]
        for j in 0...d {
            for k in 0...d { gram[j][k] += row[j] * row[k] }
            right[j] += row[j] * target
        }
    }
    for j in 0...d { gram[j][j] += 1 }
    let solution = solve(gram, right, threshold: 0)
    return (Array(solution[..<d]), solution[d])
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
