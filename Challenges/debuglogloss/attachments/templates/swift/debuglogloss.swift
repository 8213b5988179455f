import Glibc

/// The log-loss of a batch, and its gradient with respect to the logits.
///
/// - Parameters:
///   - logits: n rows of k numbers (classes) each; n may be 0, k is at least 1. Logits may be as large as 1e5.
///   - labels: n integers, the right class of each row from 0 to k - 1, or -1 for a row without a label.
/// - Returns: the mean of -log(softmax probability of the label) over the rows that have one; and n rows of k derivatives of
///   that mean, which are 0 in rows without a label. Where no row has a label, all is 0.
func logLoss(logits: [[Double]], labels: [Int]) -> (loss: Double, gradient: [[Double]]) {
    var loss = 0.0
    var gradient: [[Double]] = []
    for (row, label) in zip(logits, labels) {
        if label < 0 {
            // No label: the row does not count.
            gradient.append([Double](repeating: 0, count: row.count))
            continue
        }

        // Relative to the largest logit, as exp would overflow.
        var largest = 0.0
        for logit in row { largest = max(largest, logit) }
        var probabilities = row.map { exp($0 - largest) }
        let sum = probabilities.reduce(0, +)
        for j in row.indices { probabilities[j] /= sum }

        loss -= log(probabilities[label])

        // The derivative of the loss is the probability, less 1 for the label.
        probabilities[label] -= 1
        gradient.append(probabilities)
    }

    // Both are means over the rows.
    let count = Double(max(1, logits.count))
    return (loss / count, gradient.map { row in row.map { $0 / count } })
}
