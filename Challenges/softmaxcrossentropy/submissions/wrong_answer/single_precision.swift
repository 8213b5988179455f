// Mistake: computes in Float, which keeps seven digits.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = Float(logits.count)
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total: Float = 0
    for (row, label) in zip(logits, labels) {
        let row = row.map { Float($0) }
        let largest = row.max()!
        let powers = row.map { expf($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + logf(sum) - row[label]
        probabilities.append(p.map { Double($0) })
        gradient.append(p.indices.map { Double((p[$0] - ($0 == label ? 1 : 0)) / n) })
    }
    return (probabilities, n == 0 ? 0 : Double(total / n), gradient)
}
