import Glibc

/// Keeps no responsibilities: each point is shared out at once, into sums about the old means, which the new means are
/// subtracted from afterwards.
func fitMixture(
    points: [[Double]], weights: [Double], means: [[Double]], variances: [[Double]], iterations: Int,
    varianceFloor: Double
) -> (weights: [Double], means: [[Double]], variances: [[Double]], logLikelihood: Double) {
    let d = points[0].count
    var parts = weights.indices.map { Part(weight: weights[$0], mean: means[$0], variance: variances[$0]) }
    for _ in 0..<iterations {
        var counts = [Double](repeating: 0, count: parts.count)
        var first = [Double](repeating: 0, count: parts.count * d)
        var second = first
        _ = visit(points, parts) { point, c, share in
            guard share > 0 else { return }
            counts[c] += share
            for j in 0..<d {
                let difference = point[j] - parts[c].mean[j]
                first[c * d + j] += share * difference
                second[c * d + j] += share * difference * difference
            }
        }
        for c in parts.indices {
            guard counts[c] >= 1e-8 else {
                parts[c].weight = 0
                continue
            }
            parts[c].weight = counts[c] / Double(points.count)
            for j in 0..<d {
                let shift = first[c * d + j] / counts[c]
                parts[c].mean[j] += shift
                parts[c].variance[j] = max(varianceFloor, second[c * d + j] / counts[c] - shift * shift)
            }
        }
    }
    let logLikelihood = visit(points, parts) { _, _, _ in }
    return (parts.map(\.weight), parts.map(\.mean), parts.map(\.variance), logLikelihood)
}

private struct Part {
    var weight: Double
    var mean: [Double]
    var variance: [Double]
}

/// Calls `body` with each point, part and responsibility; returns the log-likelihood.
private func visit(_ points: [[Double]], _ parts: [Part], body: ([Double], Int, Double) -> Void) -> Double {
    let constants = parts.map { part in
        log(part.weight) - 0.5 * part.variance.reduce(0) { $0 + log(2 * .pi * $1) }
    }
    var scores = [Double](repeating: 0, count: parts.count)
    var logLikelihood = 0.0
    for point in points {
        var largest = -Double.infinity
        for (c, part) in parts.enumerated() {
            var sum = 0.0
            for j in point.indices { sum += (point[j] - part.mean[j]) * (point[j] - part.mean[j]) / part.variance[j] }
            scores[c] = constants[c] - 0.5 * sum
            largest = max(largest, scores[c])
        }
        var sum = 0.0
        for score in scores { sum += exp(score - largest) }
        let logSum = largest + log(sum)
        logLikelihood += logSum
        for c in parts.indices { body(point, c, exp(scores[c] - logSum)) }
    }
    return logLikelihood
}
