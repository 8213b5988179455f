/// Smooths a series by gradient descent with momentum or by Adam: exactly `steps` steps from `start`.
///
/// The objective is the sum of confidences[j] / 2 * (w[j] - targets[j])^2 over all j, plus that of
/// smoothness / 2 * (w[j + 1] - w[j])^2 over all neighbours.
///
/// - Parameters:
///   - start: d numbers, the weights before the first step.
///   - targets: d numbers, the series to smooth.
///   - confidences: d numbers, 0 or more: how much each target counts.
///   - smoothness: 0 or more: how much neighbours pull at each other.
///   - adaptive: `false` for momentum, `true` for Adam.
///   - learningRate: above 0.
///   - beta1: from 0 to below 1, the decay of the velocity or of the first moment.
///   - beta2: from 0 to below 1, the decay of the second moment; momentum does not use it.
///   - epsilon: above 0, added to the root of the second moment; momentum does not use it.
///   - weightDecay: 0 or more; decoupled from the gradient, for both methods.
///   - steps: how many steps to take, 0 or more.
/// - Returns: the d weights after the last step.
func optimise(
    start: [Double], targets: [Double], confidences: [Double], smoothness: Double, adaptive: Bool,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, steps: Int
) -> [Double] {
    // Your code here.
    return []
}
