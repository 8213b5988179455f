// Mistake: wrong axis; softmax runs over the rows of each class.
import Glibc

func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    guard n > 0 else { return ([], 0, []) }
    var probabilities = logits
    var total = 0.0
    for column in logits[0].indices {
        let largest = logits.map { $0[column] }.max()!
        let sum = logits.reduce(0) { $0 + exp($1[column] - largest) }
        for row in 0..<n {
            probabilities[row][column] = exp(logits[row][column] - largest) / sum
            if labels[row] == column { total += largest + log(sum) - logits[row][column] }
        }
    }
    var gradient = probabilities
    for row in 0..<n {
        gradient[row][labels[row]] -= 1
        gradient[row] = gradient[row].map { $0 / Double(n) }
    }
    return (probabilities, total / Double(n), gradient)
}
