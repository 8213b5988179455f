// Mistake: the search for the largest logit starts at 0, so that rows of very negative logits are not shifted.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    for (row, label) in zip(logits, labels) {
        var largest = 0.0
        for logit in row where logit > largest { largest = logit }
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities.append(p)
        gradient.append(p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
