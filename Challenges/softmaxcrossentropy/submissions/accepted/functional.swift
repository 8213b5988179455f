import Glibc

/// Log-softmax first: probabilities are its powers, losses its entries at the labels.
func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let logProbabilities = logits.map(logSoftmax)
    let probabilities = logProbabilities.map { $0.map { exp($0) } }
    let count = Double(max(1, logits.count))
    let loss = zip(logProbabilities, labels).map { -$0[$1] }.reduce(0, +) / count
    let gradient = zip(probabilities, labels).map { row, label in
        row.enumerated().map { ($1 - ($0 == label ? 1 : 0)) / count }
    }
    return (probabilities, loss, gradient)
}

private func logSoftmax(_ row: [Double]) -> [Double] {
    let largest = row.max() ?? 0
    let logSum = log(row.map { exp($0 - largest) }.reduce(0, +))
    return row.map { $0 - largest - logSum }
}
