// Right, but the curvature is kept as a matrix of d rows and d columns, nearly all zeros, for small d; and only large series are
// treated as a series: space and time in d: d^2 instead of d.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    let d = start.count
    var weights = start
    let isSmall = d <= 4096
    let curvature = isSmall ? matrix(confidences, smoothness) : []
    var gradient = [Double](repeating: 0, count: d)
    var first = [Double](repeating: 0, count: d)
    var second = [Double](repeating: 0, count: d)
    var power1 = 1.0
    var power2 = 1.0
    for _ in 0..<steps {
        for j in 0..<d {
            if isSmall {
                gradient[j] = -confidences[j] * targets[j]
                for k in 0..<d { gradient[j] += curvature[j][k] * weights[k] }
                continue
            }
            gradient[j] = confidences[j] * (weights[j] - targets[j])
            if j > 0 { gradient[j] += smoothness * (weights[j] - weights[j - 1]) }
            if j + 1 < d { gradient[j] += smoothness * (weights[j] - weights[j + 1]) }
        }
        power1 *= beta1
        power2 *= beta2
        for j in 0..<d {
            var move = 0.0
            if adaptive {
                first[j] = beta1 * first[j] + (1 - beta1) * gradient[j]
                second[j] = beta2 * second[j] + (1 - beta2) * gradient[j] * gradient[j]
                let mean = first[j] / (1 - power1)
                let square = second[j] / (1 - power2)
                move = mean / (square.squareRoot() + epsilon)
            } else {
                first[j] = beta1 * first[j] + gradient[j]
                move = first[j]
            }
            weights[j] -= learningRate * (move + weightDecay * weights[j])
        }
    }
    return weights
}

private func matrix(_ confidences: [Double], _ smoothness: Double) -> [[Double]] {
    let d = confidences.count
    return (0..<d).map { j in
        var row = [Double](repeating: 0, count: d)
        row[j] = confidences[j]
        for other in [j - 1, j + 1] where other >= 0 && other < d {
            row[j] += smoothness
            row[other] -= smoothness
        }
        return row
    }
}
