// Right but too slow: the sum of the powers is computed anew for each class: n*k^2.
import Glibc

func logLoss(logits: [[Double]], labels: [Int]) -> (loss: Double, gradient: [[Double]]) {
    var loss = 0.0
    var gradient: [[Double]] = []
    var labelled = 0
    for (row, label) in zip(logits, labels) {
        if label < 0 {
            // No label: the row does not count.
            gradient.append([Double](repeating: 0, count: row.count))
            continue
        }
        labelled += 1

        // Relative to the largest logit, as exp would overflow.
        var largest = row[0]
        for logit in row { largest = max(largest, logit) }
        let sum = row.reduce(0) { $0 + exp($1 - largest) }
        var probabilities = row.map { logit in exp(logit - largest) / row.reduce(0) { $0 + exp($1 - largest) } }

        loss += largest - row[label] + log(sum)

        // The derivative of the loss is the probability, less 1 for the label.
        probabilities[label] -= 1
        gradient.append(probabilities)
    }

    // Both are means over the rows.
    let count = Double(max(1, labelled))
    return (loss / count, gradient.map { row in row.map { $0 / count } })
}
