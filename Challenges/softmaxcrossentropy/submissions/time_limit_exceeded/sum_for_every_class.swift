// Right but too slow: computes maximum and sum of its row anew for each probability, n*k^2.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    for (row, label) in zip(logits, labels) {
        let p = row.map { exp($0 - logSumExp(row)) }
        total += logSumExp(row) - row[label]
        probabilities.append(p)
        gradient.append(p.indices.map { (p[$0] - ($0 == label ? 1 : 0)) / Double(n) })
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}

private func logSumExp(_ row: [Double]) -> Double {
    let largest = row.max()!
    return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
