// Right but too slow: computes the softmax of the whole batch anew for each row that it needs, n^2*k.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var gradient: [[Double]] = []
    var total = 0.0
    for i in 0..<n {
        var row = softmax(logits)[i]
        let largest = logits[i].max()!
        total += largest + log(logits[i].reduce(0) { $0 + exp($1 - largest) }) - logits[i][labels[i]]
        row[labels[i]] -= 1
        gradient.append(row.map { $0 / Double(n) })
    }
    return (softmax(logits), n == 0 ? 0 : total / Double(n), gradient)
}

private func softmax(_ logits: [[Double]]) -> [[Double]] {
    logits.map { row in
        let largest = row.max()!
        let powers = row.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
