import Glibc

/// Flat arrays, roots of reciprocal variances, and weighted running means and squares (West); components that have died
/// are left out.
func fitMixture(
    points: [[Double]], weights: [Double], means: [[Double]], variances: [[Double]], iterations: Int,
    varianceFloor: Double
) -> (weights: [Double], means: [[Double]], variances: [[Double]], logLikelihood: Double) {
    let (n, k, d) = (points.count, weights.count, points[0].count)
    let xs = points.flatMap { $0 }
    var weights = weights
    var centres = means.flatMap { $0 }
    var squares = variances.flatMap { $0 }
    var shares = [Double](repeating: 0, count: n * k)
    var logLikelihood = 0.0
    for round in 0...iterations {
        let alive = (0..<k).filter { weights[$0] > 0 }
        let scales = squares.map { 1 / $0.squareRoot() }
        let bases = alive.map { c in
            scales[c * d..<(c + 1) * d].reduce(log(weights[c])) { $0 + log($1) } - 0.5 * Double(d) * log(2 * .pi)
        }
        logLikelihood = 0
        for i in 0..<n {
            // The sum is kept relative to the largest term so far.
            var largest = -Double.greatestFiniteMagnitude
            var sum = 0.0
            for (c, base) in zip(alive, bases) {
                var score = base
                for j in 0..<d {
                    let z = (xs[i * d + j] - centres[c * d + j]) * scales[c * d + j]
                    score -= 0.5 * z * z
                }
                shares[c * n + i] = score
                if score > largest {
                    sum = sum * exp(largest - score) + 1
                    largest = score
                } else {
                    sum += exp(score - largest)
                }
            }
            for c in alive { shares[c * n + i] = exp(shares[c * n + i] - largest) / sum }
            logLikelihood += largest + log(sum)
        }
        if round == iterations { break }
        for c in alive {
            var total = 0.0
            for i in 0..<n { total += shares[c * n + i] }
            weights[c] = total < 1e-8 ? 0 : total / Double(n)
            if total < 1e-8 { continue }
            var seen = 0.0
            for j in 0..<d { (centres[c * d + j], squares[c * d + j]) = (0, 0) }
            for i in 0..<n where shares[c * n + i] > 0 {
                seen += shares[c * n + i]
                for j in 0..<d {
                    let difference = xs[i * d + j] - centres[c * d + j]
                    centres[c * d + j] += difference * (shares[c * n + i] / seen)
                    squares[c * d + j] += shares[c * n + i] * difference * (xs[i * d + j] - centres[c * d + j])
                }
            }
            for j in 0..<d { squares[c * d + j] = max(squares[c * d + j] / total, varianceFloor) }
        }
    }
    func rows(_ values: [Double]) -> [[Double]] { (0..<k).map { Array(values[$0 * d..<($0 + 1) * d]) } }
    return (weights, rows(centres), rows(squares), logLikelihood)
}
