// Crashes: a sweep over weights that are not 0 tells whether to stop by the largest change among them, of which there is none when all are 0.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(targets.count)
    let means = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / count }
    let columns = (0..<d).map { j in points.map { $0[j] - means[j] } }
    let squares = columns.map { column in column.reduce(0) { $0 + $1 * $1 } / count }
    let targetMean = targets.reduce(0, +) / count
    var residuals = targets.map { $0 - targetMean }
    var weights = [Double](repeating: 0, count: d)

    /// Moves the weight to where the objective is smallest, and returns by how much.
    func move(_ j: Int) -> Double {
        if squares[j] + l2 == 0 { return 0 }
        let product = zip(columns[j], residuals).reduce(0) { $0 + $1.0 * $1.1 }
        let pull = product / count + squares[j] * weights[j]
        let change = (max(pull - l1, 0) - max(-pull - l1, 0)) / (squares[j] + l2) - weights[j]
        weights[j] += change
        for (i, value) in columns[j].enumerated() { residuals[i] -= change * value }
        return abs(change)
    }

    for _ in 0..<sweeps {
        for j in 0..<d { _ = move(j) }
        let active = (0..<d).filter { weights[$0] != 0 }
        let largest = active.map { move($0) }.max()!
        if largest == 0 { break }
    }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
}
