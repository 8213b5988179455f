// Right but too slow: the softmax of the whole batch is computed anew for every row: n^2*k.
import Glibc

func logLoss(logits: [[Double]], labels: [Int]) -> (loss: Double, gradient: [[Double]]) {
    let count = Double(max(1, labels.filter { $0 >= 0 }.count))
    var loss = 0.0
    var gradient: [[Double]] = []
    for i in logits.indices {
        let logarithms = logSoftmax(logits)[i]
        if labels[i] < 0 {
            gradient.append(logarithms.map { _ in 0 })
        } else {
            loss -= logarithms[labels[i]] / count
            gradient.append(logarithms.indices.map { (exp(logarithms[$0]) - ($0 == labels[i] ? 1 : 0)) / count })
        }
    }
    return (loss, gradient)
}

private func logSoftmax(_ rows: [[Double]]) -> [[Double]] {
    rows.map { row in
        let largest = row.max()!
        let logSum = log(row.reduce(0) { $0 + exp($1 - largest) })
        return row.map { $0 - largest - logSum }
    }
}
