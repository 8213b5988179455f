import Glibc

// Wrong: 2 pi is left out, which responsibilities do not show but the log-likelihood does.
func fitMixture(
    points: [[Double]], weights: [Double], means: [[Double]], variances: [[Double]], iterations: Int,
    varianceFloor: Double
) -> (weights: [Double], means: [[Double]], variances: [[Double]], logLikelihood: Double) {
    let n = points.count
    let k = weights.count
    let d = points[0].count
    var weights = weights
    var means = means
    var variances = variances
    var shares = [[Double]](repeating: [Double](repeating: 0, count: k), count: n)

    /// Fills in the responsibilities; returns the log-likelihood of the parameters that they are of.
    func expect() -> Double {
        var logLikelihood = 0.0
        let constants = (0..<k).map { c in
            variances[c].reduce(log(weights[c])) { $0 - 0.5 * log($1) }
        }
        for i in 0..<n {
            for c in 0..<k {
                var sum = 0.0
                for j in 0..<d {
                    let difference = points[i][j] - means[c][j]
                    sum += difference * difference / variances[c][j]
                }
                shares[i][c] = constants[c] - 0.5 * sum
            }
            let largest = shares[i].max()!
            var sum = 0.0
            for c in 0..<k {
                shares[i][c] = exp(shares[i][c] - largest)
                sum += shares[i][c]
            }
            for c in 0..<k { shares[i][c] /= sum }
            logLikelihood += largest + log(sum)
        }
        return logLikelihood
    }

    for _ in 0..<iterations {
        _ = expect()
        for c in 0..<k {
            var count = 0.0
            for i in 0..<n { count += shares[i][c] }
            if count < 1e-8 {
                weights[c] = 0
                continue
            }
            weights[c] = count / Double(n)
            means[c] = [Double](repeating: 0, count: d)
            variances[c] = means[c]
            for i in 0..<n {
                for j in 0..<d { means[c][j] += shares[i][c] * points[i][j] }
            }
            for j in 0..<d { means[c][j] /= count }
            for i in 0..<n {
                for j in 0..<d {
                    let difference = points[i][j] - means[c][j]
                    variances[c][j] += shares[i][c] * difference * difference
                }
            }
            for j in 0..<d { variances[c][j] = max(variances[c][j] / count, varianceFloor) }
        }
    }
    return (weights, means, variances, expect())
}
