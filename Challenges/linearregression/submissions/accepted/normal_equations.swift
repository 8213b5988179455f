/// The textbook's way, made safe: the normal equations of centred, scaled features, solved by Gaussian elimination
/// that takes the largest remaining diagonal entry as pivot and stops when only rounding is left.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let n = points.count
    let d = points[0].count

    var means = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { means[j] += point[j] / Double(n) }
    }
    let targetMean = targets.reduce(0) { $0 + $1 / Double(n) }

    var squares = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { squares[j] += (point[j] - means[j]) * (point[j] - means[j]) }
    }
    let limits = means.map { 1e-24 * $0 * $0 * Double(n) }
    let scales = (0..<d).map { squares[$0] > limits[$0] ? 1 / squares[$0].squareRoot() : 0 }

    var gram = [[Double]](repeating: [Double](repeating: 0, count: d), count: d)
    var right = [Double](repeating: 0, count: d)
    for (point, target) in zip(points, targets) {
        let row = (0..<d).map { (point[$0] - means[$0]) * scales[$0] }
        for j in 0..<d {
            for k in 0...j { gram[j][k] += row[j] * row[k] }
            right[j] += row[j] * (target - targetMean)
        }
    }
    for j in 0..<d {
        for k in 0..<j { gram[k][j] = gram[j][k] }
    }

    // A condition number of 1e6 is 1e12 here, so a pivot of 1e-12 is still real; rounding is near 1e-15.
    var order = Array(0..<d)
    var rank = 0
    while rank < d {
        var best = rank
        for candidate in rank..<d where gram[order[candidate]][order[candidate]] > gram[order[best]][order[best]] {
            best = candidate
        }
        order.swapAt(rank, best)
        let pivot = order[rank]
        if gram[pivot][pivot] < 1e-13 { break }
        for place in rank + 1..<max(rank + 1, d) {
            let row = order[place]
            let factor = gram[row][pivot] / gram[pivot][pivot]
            for other in order[rank...] { gram[row][other] -= factor * gram[pivot][other] }
            right[row] -= factor * right[pivot]
        }
        rank += 1
    }

    var weights = [Double](repeating: 0, count: d)
    for step in (0..<rank).reversed() {
        let row = order[step]
        let known = order[step + 1..<rank].reduce(0) { $0 + gram[row][$1] * weights[$1] }
        weights[row] = (right[row] - known) / gram[row][row]
    }
    for j in 0..<d { weights[j] *= scales[j] }
    let intercept = zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 }
    return (weights, intercept)
}
