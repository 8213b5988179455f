// Mistake: computes in Float.
import Glibc

func lossAndGradients(
    points: [[Double]], labels: [Int], hiddenWeights: [[Double]], hiddenBiases: [Double],
    outputWeights: [[Double]], outputBiases: [Double], usesTanh: Bool, penalty: Double
) -> (
    loss: Double, hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
) {
    let n = Float(points.count)
    let w1 = hiddenWeights.map { $0.map { Float($0) } }
    let w2 = outputWeights.map { $0.map { Float($0) } }
    var loss = (w1 + w2).joined().reduce(0) { $0 + Float(penalty) / 2 * $1 * $1 }
    var g1 = w1.map { $0.map { Float(penalty) * $0 } }
    var g2 = hiddenBiases.map { _ in Float(0) }
    var g3 = w2.map { $0.map { Float(penalty) * $0 } }
    var g4 = outputBiases.map { _ in Float(0) }
    for (point, label) in zip(points, labels) {
        var hidden = hiddenBiases.map { Float($0) }
        for (x, weights) in zip(point, w1) {
            for k in hidden.indices { hidden[k] += Float(x) * weights[k] }
        }
        hidden = hidden.map { usesTanh ? tanh($0) : max($0, 0) }
        var delta = outputBiases.map { Float($0) }
        for (a, weights) in zip(hidden, w2) {
            for j in delta.indices { delta[j] += a * weights[j] }
        }
        let largest = delta.max()!
        let sum = delta.reduce(0) { $0 + exp($1 - largest) }
        loss += (largest - delta[label] + log(sum)) / n
        delta = delta.map { exp($0 - largest) / sum / n }
        delta[label] -= 1 / n
        for j in delta.indices { g4[j] += delta[j] }
        for k in hidden.indices {
            let a = hidden[k]
            var back = Float(0)
            for j in delta.indices {
                g3[k][j] += a * delta[j]
                back += w2[k][j] * delta[j]
            }
            hidden[k] = usesTanh ? back * (1 - a * a) : a > 0 ? back : 0
            g2[k] += hidden[k]
        }
        for (l, x) in point.enumerated() {
            for k in hidden.indices { g1[l][k] += Float(x) * hidden[k] }
        }
    }
    return (
        Double(loss), g1.map { $0.map { Double($0) } }, g2.map { Double($0) }, g3.map { $0.map { Double($0) } },
        g4.map { Double($0) }
    )
}
