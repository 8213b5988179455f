import Glibc

// Right but too slow: adds up the densities of all components again for each responsibility, n*k^2*d.
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
            variances[c].reduce(log(weights[c])) { $0 - 0.5 * log(2 * .pi * $1) }
        }
        for i in 0..<n {
            func score(_ c: Int) -> Double {
                var sum = 0.0
                for j in 0..<d {
                    let difference = points[i][j] - means[c][j]
                    sum += difference * difference / variances[c][j]
                }
                return constants[c] - 0.5 * sum
            }
            var logSum = 0.0
            for c in 0..<k {
                let own = score(c)
                logSum = -.infinity
                for other in 0..<k {
                    let next = score(other)
                    let high = max(logSum, next)
                    if high > -.infinity { logSum = high + log(exp(logSum - high) + exp(next - high)) }
                }
                shares[i][c] = exp(own - logSum)
            }
            logLikelihood += logSum
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
