// Right, but the sum takes logits from the front of a list, and each removal moves all that are left: time in k: k^2
// instead of k.
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
        var waiting = row
        var powers: [Double] = []
        while !waiting.isEmpty { powers.append(exp(waiting.removeFirst() - largest)) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities.append(p)
        gradient.append(p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
