import Glibc

/// Each row on its own: its largest logit, the sum of powers relative to it, and from both all that is asked for.
func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    let n = logits.count
    var probabilities: [[Double]] = []
    var gradient: [[Double]] = []
    var total = 0.0
    for i in 0..<n {
        let row = logits[i]
        let label = labels[i]
        var largest = row[0]
        for logit in row { largest = max(largest, logit) }

        var powers = [Double](repeating: 0, count: row.count)
        var sum = 0.0
        for j in 0..<row.count {
            powers[j] = exp(row[j] - largest)
            sum += powers[j]
        }

        // Never the logarithm of a probability, which may be 0.
        total += (largest - row[label]) + log(sum)

        var derivatives = [Double](repeating: 0, count: row.count)
        for j in 0..<row.count {
            powers[j] /= sum
            derivatives[j] = (powers[j] - (j == label ? 1 : 0)) / Double(n)
        }
        probabilities.append(powers)
        gradient.append(derivatives)
    }
    return (probabilities, n == 0 ? 0 : total / Double(n), gradient)
}
