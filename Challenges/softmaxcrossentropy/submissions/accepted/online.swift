import Glibc

/// One pass for maximum and sum: the sum so far is rescaled whenever a larger logit comes. A second pass has the results.
func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    var probabilities = logits
    var gradient = logits
    var mean = 0.0
    for (i, row) in logits.enumerated() {
        var largest = -Double.infinity
        var sum = 0.0
        for logit in row {
            if logit > largest {
                sum = sum * exp(largest - logit) + 1
                largest = logit
            } else {
                sum += exp(logit - largest)
            }
        }
        let logSum = largest + log(sum)
        for (j, logit) in row.enumerated() {
            probabilities[i][j] = exp(logit - logSum)
            gradient[i][j] = probabilities[i][j] / Double(logits.count)
        }
        gradient[i][labels[i]] -= 1 / Double(logits.count)
        // The mean of the rows so far, which needs no special case for an empty batch.
        mean += (logSum - row[labels[i]] - mean) / Double(i + 1)
    }
    return (probabilities, mean, gradient)
}
