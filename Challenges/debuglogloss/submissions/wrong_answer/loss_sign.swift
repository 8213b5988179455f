// A wrong repair: the loss has the wrong sign.
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
        var probabilities = row.map { exp($0 - largest) }
        let sum = probabilities.reduce(0, +)
        for j in row.indices { probabilities[j] /= sum }

        loss -= largest - row[label] + log(sum)

        // The derivative of the loss is the probability, less 1 for the label.
        probabilities[label] -= 1
        gradient.append(probabilities)
    }

    // Both are means over the rows.
    let count = Double(max(1, labelled))
    return (loss / count, gradient.map { row in row.map { $0 / count } })
}
