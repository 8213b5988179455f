// Right, but the rows wait in a list and are taken from its front, and each removal moves all that are left: time in n:
// n^2 instead of n.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(points.count)
    let means = (0..<d).map { feature in points.reduce(0) { $0 + $1[feature] } / count }
    let targetMean = targets.reduce(0, +) / count
    let lengths = (0..<d).map { feature -> Double in
        let square = points.reduce(0) { $0 + ($1[feature] - means[feature]) * ($1[feature] - means[feature]) }
        return square > 1e-24 * means[feature] * means[feature] * count ? square.squareRoot() : 0
    }

    var gram = [[Double]](repeating: [Double](repeating: 0, count: d), count: d)
    var products = [Double](repeating: 0, count: d)
    var waiting = Array(zip(points, targets))
    while !waiting.isEmpty {
        let (point, target) = waiting.removeFirst()
        let row = (0..<d).map { lengths[$0] > 0 ? (point[$0] - means[$0]) / lengths[$0] : 0 }
        for j in 0..<d {
            for k in 0..<d { gram[j][k] += row[j] * row[k] }
            products[j] += row[j] * (target - targetMean)
        }
    }
    let weights = zip(solve(gram, products), lengths).map { $1 > 0 ? $0 / $1 : 0 }
    return (weights, zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 })
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
