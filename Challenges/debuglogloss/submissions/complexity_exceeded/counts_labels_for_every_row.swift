// Right, but the labelled rows are counted anew for every row: time in n: n^2.
import Glibc

func logLoss(logits: [[Double]], labels: [Int]) -> (loss: Double, gradient: [[Double]]) {
    var losses: [Double] = []
    var gradient: [[Double]] = []
    for (row, label) in zip(logits, labels) {
        if label < 0 {
            // No label: the row does not count.
            gradient.append([Double](repeating: 0, count: row.count))
            continue
        }

        // Relative to the largest logit, as exp would overflow.
        var largest = row[0]
        for logit in row { largest = max(largest, logit) }
        var probabilities = row.map { exp($0 - largest) }
        let sum = probabilities.reduce(0, +)
        for j in row.indices { probabilities[j] /= sum }

        losses.append(largest - row[label] + log(sum))

        var labelled = 0
        for other in labels { labelled += other < 0 ? 0 : 1 }
        probabilities[label] -= 1
        gradient.append(probabilities.map { $0 / Double(labelled) })
    }

    return (losses.reduce(0, +) / Double(max(1, losses.count)), gradient)
}
