// Mistake: multiplies the loss's derivative -1 / p by the Jacobian of softmax, number by number: infinity times 0.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    for (row, label) in zip(logits, labels) {
        let largest = row.max()!
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities.append(p)
        gradient.append(p.indices.map { -1 / p[label] * p[label] * (($0 == label ? 1 : 0) - p[$0]) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
