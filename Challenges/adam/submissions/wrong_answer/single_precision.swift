// Wrong: everything is computed in single precision.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    let d = start.count
    let targets = targets.map { Float($0) }
    let confidences = confidences.map { Float($0) }
    let smoothness = Float(smoothness)
    let learningRate = Float(learningRate)
    let beta1 = Float(beta1)
    let beta2 = Float(beta2)
    let epsilon = Float(epsilon)
    let weightDecay = Float(weightDecay)
    var weights = start.map { Float($0) }
    var gradient = [Float](repeating: 0, count: d)
    var first = [Float](repeating: 0, count: d)
    var second = [Float](repeating: 0, count: d)
    var power1: Float = 1
    var power2: Float = 1
    for _ in 0..<steps {
        for j in 0..<d {
            gradient[j] = confidences[j] * (weights[j] - targets[j])
            if j > 0 { gradient[j] += smoothness * (weights[j] - weights[j - 1]) }
            if j + 1 < d { gradient[j] += smoothness * (weights[j] - weights[j + 1]) }
        }
        power1 *= beta1
        power2 *= beta2
        for j in 0..<d {
            var move: Float = 0
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
    return weights.map { Double($0) }
}
