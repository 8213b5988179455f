/// The loss of a network with one hidden layer, and its gradient with respect to all weights and biases.
///
/// - Parameters:
///   - points: n rows of d numbers; n may be 0.
///   - labels: n integers from 0 to c - 1, the right class of each point.
///   - hiddenWeights: d rows of h numbers; d and h are at least 1.
///   - hiddenBiases: h numbers.
///   - outputWeights: h rows of c numbers; c is at least 1.
///   - outputBiases: c numbers.
///   - usesTanh: whether the hidden layer applies tanh; otherwise it applies ReLU, whose derivative at 0 is 0.
///   - penalty: the factor of half the sum of squares of all weights, but not of biases; at least 0.
/// - Returns: the mean cross-entropy plus the penalty, and its derivatives, in the shapes of the parameters. `exp`, `log` and `tanh`
///   come with `import Glibc`.
func lossAndGradients(
    points: [[Double]], labels: [Int], hiddenWeights: [[Double]], hiddenBiases: [Double],
    outputWeights: [[Double]], outputBiases: [Double], usesTanh: Bool, penalty: Double
) -> (
    loss: Double, hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
) {
    return (0, [], [], [], [])
}
