// Crashes: takes the two largest logits of each row, for a margin, and with one class there is only one.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    for (row, label) in zip(logits, labels) {
        let sorted = row.sorted(by: >)
        let margin = sorted[0] - sorted[1]
        let largest = sorted[1] + margin
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities.append(p)
        gradient.append(p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
