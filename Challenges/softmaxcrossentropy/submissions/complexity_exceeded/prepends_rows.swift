// Right, but walks the batch backwards and puts each row before those that it has, which moves them all: time in n:
// n^2 instead of n.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    for (row, label) in zip(logits, labels).reversed() {
        let largest = row.max()!
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities = [p] + probabilities
        gradient = [p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) }] + gradient
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
