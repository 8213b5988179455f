// Wrong: weight decay is added to the gradient (L2 penalty) instead of to the step.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    let d = start.count
    var weights = start
    var gradient = [Double](repeating: 0, count: d)
    var first = [Double](repeating: 0, count: d)
    var second = [Double](repeating: 0, count: d)
    var power1 = 1.0
    var power2 = 1.0
    for _ in 0..<steps {
        for j in 0..<d {
            gradient[j] = confidences[j] * (weights[j] - targets[j]) + weightDecay * weights[j]
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
            weights[j] -= learningRate * move
        }
    }
    return weights
}
