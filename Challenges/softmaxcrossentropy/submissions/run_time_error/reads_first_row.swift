// Crashes: asks the first row for the number of classes, and an empty batch has none.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    let k = logits[0].count
    for (row, label) in zip(logits, labels) {
        let largest = row[1..<max(1, k)].reduce(row[0]) { max($0, $1) }
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities.append(p)
        gradient.append(p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
