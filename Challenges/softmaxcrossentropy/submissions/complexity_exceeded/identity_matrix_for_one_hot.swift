// Right, but one-hot rows are taken from an identity matrix, as in NumPy's eye(k)[labels]: time and space in k: k^2
// instead of k.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    let k = logits.first?.count ?? 0
    let identity = (0..<k).map { i in
        var row = [Double](repeating: 0, count: k)
        row[i] = 1
        return row
    }
    for (row, label) in zip(logits, labels) {
        let largest = row.max()!
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        let p = powers.map { $0 / sum }
        total += largest + log(sum) - row[label]
        probabilities.append(p)
        gradient.append(zip(p, identity[label]).map { ($0 - $1) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
