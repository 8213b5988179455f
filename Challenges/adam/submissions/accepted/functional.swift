/// A step as a function from one state to the next, and the answer as the steps-fold application.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    let neighbours = { (weights: [Double]) in
        zip(weights, weights.dropFirst()).map { smoothness * ($1 - $0) }
    }
    let zeros = start.map { _ in 0.0 }
    let begin = State(weights: start, first: zeros, second: zeros, power1: 1, power2: 1)
    let end = (0..<steps).reduce(begin) { state, _ in
        let tensions = neighbours(state.weights)
        let pulls = zip([0] + tensions, tensions + [0]).map { $0 - $1 }
        let gradient = state.weights.indices.map {
            confidences[$0] * (state.weights[$0] - targets[$0]) + pulls[$0]
        }
        let share = adaptive ? 1 - beta1 : 1
        let first = zip(state.first, gradient).map { beta1 * $0 + share * $1 }
        let second = zip(state.second, gradient).map { beta2 * $0 + (1 - beta2) * ($1 * $1) }
        let power1 = state.power1 * beta1
        let power2 = state.power2 * beta2
        let moves =
            adaptive
            ? zip(first, second).map { $0 / (1 - power1) / (($1 / (1 - power2)).squareRoot() + epsilon) } : first
        let weights = zip(state.weights, moves).map { (1 - learningRate * weightDecay) * $0 - learningRate * $1 }
        return State(weights: weights, first: first, second: second, power1: power1, power2: power2)
    }
    return end.weights
}

private struct State {
    let weights: [Double]
    let first: [Double]
    let second: [Double]
    let power1: Double
    let power2: Double
}
