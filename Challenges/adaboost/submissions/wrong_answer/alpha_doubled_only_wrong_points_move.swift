// Mistake: alpha is the whole logarithm of the odds; as only misclassified points move, the stumps are right.
import Glibc

func adaBoost(
    points: [[Double]], labels: [Int], rounds: Int
) -> [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] {
    let n = points.count
    let columns = points[0].indices.map { feature in Column(points.map { $0[feature] }) }
    var weights = [Double](repeating: 1 / Double(n), count: n)
    var stumps: [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] = []

    while stumps.count < rounds {
        guard let best = bestStump(columns, labels, weights), best.error < 0.5 - 1e-9 else { break }
        if best.error < 1e-9 {
            stumps.append((best.feature, best.threshold, best.polarity, 1))
            break
        }
        let alpha = log((1 - best.error) / best.error)
        stumps.append((best.feature, best.threshold, best.polarity, alpha))

        var total = 0.0
        for i in 0..<n {
            let prediction = points[i][best.feature] > best.threshold ? best.polarity : -best.polarity
            if prediction != labels[i] { weights[i] *= exp(alpha) }
            total += weights[i]
        }
        for i in 0..<n { weights[i] /= total }
    }
    return stumps
}

/// A feature, sorted: which point stands where, and the values in this order.
private struct Column {
    let order: [Int]
    let values: [Double]

    init(_ column: [Double]) {
        order = column.indices.sorted { column[$0] < column[$1] }
        values = order.map { column[$0] }
    }
}

private func bestStump(
    _ columns: [Column], _ labels: [Int], _ weights: [Double]
) -> (feature: Int, threshold: Double, polarity: Int, error: Double)? {
    // What a point adds to the error of polarity 1 when it comes to the left, where -1 is predicted.
    let changes = zip(weights, labels).map { $0 * Double($1) }
    // All points on the right: the negative ones are wrong.
    let start = changes.reduce(0) { $1 < 0 ? $0 - $1 : $0 }

    var best: (feature: Int, threshold: Double, polarity: Int, error: Double)?
    var limit = Double.infinity
    for (feature, column) in columns.enumerated() {
        var error = start
        for position in 1..<labels.count {
            error += changes[column.order[position - 1]]
            let low = column.values[position - 1]
            let high = column.values[position]
            if low == high { continue }
            let smaller = min(error, 1 - error)
            // Stumps come in the order of the tie rule, so only a clearly smaller error replaces the best.
            if smaller < limit {
                limit = smaller - 1e-9
                best = (feature, low + (high - low) / 2, error < 0.5 ? 1 : -1, smaller)
            }
        }
    }
    return best
}
