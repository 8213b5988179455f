// Mistake: penalises biases like weights.
import Glibc

func lossAndGradients(
    points: [[Double]], labels: [Int], hiddenWeights: [[Double]], hiddenBiases: [Double],
    outputWeights: [[Double]], outputBiases: [Double], usesTanh: Bool, penalty: Double
) -> (
    loss: Double, hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
) {
    let n = Double(points.count)
    let h = hiddenBiases.count
    let c = outputBiases.count

    var loss = 0.0
    for weight in (hiddenWeights + outputWeights + [hiddenBiases, outputBiases]).joined() {
        loss += penalty / 2 * weight * weight
    }
    var hiddenGradient = hiddenWeights.map { row in row.map { penalty * $0 } }
    var outputGradient = outputWeights.map { row in row.map { penalty * $0 } }
    var hiddenBiasGradient = hiddenBiases.map { penalty * $0 }
    var outputBiasGradient = outputBiases.map { penalty * $0 }

    for (point, label) in zip(points, labels) {
        var hidden = hiddenBiases
        for (x, weights) in zip(point, hiddenWeights) {
            for k in 0..<h { hidden[k] += x * weights[k] }
        }
        for k in 0..<h { hidden[k] = usesTanh ? tanh(hidden[k]) : max(hidden[k], 0) }

        var delta = outputBiases
        for (a, weights) in zip(hidden, outputWeights) {
            for j in 0..<c { delta[j] += a * weights[j] }
        }
        let largest = delta.max()!
        let logit = delta[label]
        var sum = 0.0
        for j in 0..<c {
            delta[j] = exp(delta[j] - largest)
            sum += delta[j]
        }
        loss += (largest - logit + log(sum)) / n

        for j in 0..<c { delta[j] /= sum * n }
        delta[label] -= 1 / n
        for j in 0..<c { outputBiasGradient[j] += delta[j] }
        for k in 0..<h {
            let weights = outputWeights[k]
            let a = hidden[k]
            var back = 0.0
            for j in 0..<c {
                outputGradient[k][j] += a * delta[j]
                back += weights[j] * delta[j]
            }
            hidden[k] = usesTanh ? back * (1 - a * a) : a > 0 ? back : 0
            hiddenBiasGradient[k] += hidden[k]
        }
        for (l, x) in point.enumerated() {
            for k in 0..<h { hiddenGradient[l][k] += x * hidden[k] }
        }
    }
    return (loss, hiddenGradient, hiddenBiasGradient, outputGradient, outputBiasGradient)
}
