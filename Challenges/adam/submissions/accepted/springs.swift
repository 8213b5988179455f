/// Goes through pairs of neighbours instead of weights: each spring pulls at both of its ends, with opposite signs.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    var weights = start
    var velocity = [Double](repeating: 0, count: start.count)
    var second = velocity
    var gradient = velocity
    var rest = (first: 1.0, second: 1.0)
    weights.withUnsafeMutableBufferPointer { weights in
        for _ in 0..<steps {
            for j in weights.indices { gradient[j] = confidences[j] * (weights[j] - targets[j]) }
            for j in weights.indices.dropFirst() {
                let force = smoothness * (weights[j] - weights[j - 1])
                gradient[j] += force
                gradient[j - 1] -= force
            }
            // Decay first: it takes the weights as they are before the move.
            for j in weights.indices { weights[j] -= learningRate * weightDecay * weights[j] }
            rest = (rest.first * beta1, rest.second * beta2)
            for j in weights.indices {
                // The average of Adam is the velocity of momentum, times 1 - beta1.
                velocity[j] = beta1 * velocity[j] + gradient[j]
                guard adaptive else {
                    weights[j] -= learningRate * velocity[j]
                    continue
                }
                second[j] = beta2 * second[j] + gradient[j] * gradient[j]
                let mean = velocity[j] * ((1 - beta1) / (1 - rest.first))
                let square = second[j] * ((1 - beta2) / (1 - rest.second))
                weights[j] -= learningRate * mean / (epsilon + square.squareRoot())
            }
        }
    }
    return weights
}
