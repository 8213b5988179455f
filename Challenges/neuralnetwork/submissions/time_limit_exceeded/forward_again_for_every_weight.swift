// Right but too slow: a whole pass over the batch for every hidden weight, n * d * h times the weights.
import Glibc

func lossAndGradients(
    points: [[Double]], labels: [Int], hiddenWeights: [[Double]], hiddenBiases: [Double],
    outputWeights: [[Double]], outputBiases: [Double], usesTanh: Bool, penalty: Double
) -> (
    loss: Double, hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
) {
    let network = Network(
        hiddenWeights: hiddenWeights, hiddenBiases: hiddenBiases, outputWeights: outputWeights,
        outputBiases: outputBiases, usesTanh: usesTanh)
    /// The mean of `derivative` over the batch.
    func mean(_ derivative: (_ point: [Double], _ hidden: [Double], _ deltas: [Double]) -> Double) -> Double {
        var sum = 0.0
        for (point, label) in zip(points, labels) {
            let (hidden, deltas, _) = network.pass(point, label)
            sum += derivative(point, hidden, deltas)
        }
        return points.isEmpty ? 0 : sum / Double(points.count)
    }
    func back(_ k: Int, _ hidden: [Double], _ deltas: [Double]) -> Double {
        let slope = usesTanh ? 1 - hidden[k] * hidden[k] : hidden[k] > 0 ? 1 : 0
        return slope * zip(outputWeights[k], deltas).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var loss = 0.0
    for (point, label) in zip(points, labels) { loss += network.pass(point, label).loss / Double(points.count) }
    for weight in (hiddenWeights + outputWeights).joined() { loss += penalty / 2 * weight * weight }
    return (
        loss,
        hiddenWeights.indices.map { l in
            hiddenBiases.indices.map { k in
                penalty * hiddenWeights[l][k] + mean { point, hidden, deltas in point[l] * back(k, hidden, deltas) }
            }
        },
        hiddenBiases.indices.map { k in mean { _, hidden, deltas in back(k, hidden, deltas) } },
        hiddenBiases.indices.map { k in
            outputBiases.indices.map { j in
                penalty * outputWeights[k][j] + mean { _, hidden, deltas in hidden[k] * deltas[j] }
            }
        },
        outputBiases.indices.map { j in mean { _, _, deltas in deltas[j] } }
    )
}

private struct Network {
    let hiddenWeights: [[Double]]
    let hiddenBiases: [Double]
    let outputWeights: [[Double]]
    let outputBiases: [Double]
    let usesTanh: Bool

    /// Activations, derivatives with respect to the logits, and the loss of one point.
    func pass(_ point: [Double], _ label: Int) -> (hidden: [Double], deltas: [Double], loss: Double) {
        var hidden = hiddenBiases
        for (x, weights) in zip(point, hiddenWeights) {
            for k in hidden.indices { hidden[k] += x * weights[k] }
        }
        hidden = hidden.map { usesTanh ? tanh($0) : max(0, $0) }
        var logits = outputBiases
        for (a, weights) in zip(hidden, outputWeights) {
            for j in logits.indices { logits[j] += a * weights[j] }
        }
        let largest = logits.max()!
        let sum = logits.reduce(0) { $0 + exp($1 - largest) }
        let deltas = logits.enumerated().map { exp($1 - largest) / sum - ($0 == label ? 1 : 0) }
        return (hidden, deltas, largest + log(sum) - logits[label])
    }
}
