import Glibc

/// One pass for each step: the old value of the left neighbour is carried along, so that weights may move at once and no
/// gradient is stored. The corrections are put into rate and epsilon, and powers come from the library.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    let d = start.count
    var weights = start
    var moments = [(first: Double, second: Double)](repeating: (0, 0), count: d)
    let keep = 1 - learningRate * weightDecay
    for t in 0..<steps {
        let root2 = (1 - pow(beta2, Double(t + 1))).squareRoot()
        let rate = learningRate * root2 / (1 - pow(beta1, Double(t + 1)))
        let shift = epsilon * root2
        var left = weights[0]
        for j in 0..<d {
            let own = weights[j]
            let right = j + 1 < d ? weights[j + 1] : own
            let gradient = confidences[j] * (own - targets[j]) + smoothness * (2 * own - left - right)
            left = own
            if adaptive {
                moments[j].first += (1 - beta1) * (gradient - moments[j].first)
                moments[j].second += (1 - beta2) * (gradient * gradient - moments[j].second)
                weights[j] = keep * own - rate * moments[j].first / (moments[j].second.squareRoot() + shift)
            } else {
                moments[j].first = beta1 * moments[j].first + gradient
                weights[j] = keep * own - learningRate * moments[j].first
            }
        }
    }
    return weights
}
