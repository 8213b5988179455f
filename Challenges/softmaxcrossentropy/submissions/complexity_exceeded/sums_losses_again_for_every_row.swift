// Right, but keeps a running mean by adding up all losses so far after each row: time in n: n^2 instead of n.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var losses: [Double] = []
    var mean = 0.0
    for (row, label) in zip(logits, labels) {
        let largest = row.max()!
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        losses.append(largest + log(sum) - row[label])
        mean = losses.reduce(0, +) / Double(losses.count)
        probabilities.append(p)
        gradient.append(p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) })
    }
    return (probabilities, mean, gradient)
}
