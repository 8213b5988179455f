import Glibc

/// One pass for log-sum-exp: the sum so far is scaled down whenever a larger logit comes.
func logLoss(logits: [[Double]], labels: [Int]) -> (loss: Double, gradient: [[Double]]) {
    var gradient = logits
    var losses: [Double] = []
    for i in logits.indices where labels[i] >= 0 {
        var largest = -Double.infinity
        var sum = 0.0
        for logit in logits[i] {
            if logit > largest {
                sum = sum * exp(largest - logit) + 1
                largest = logit
            } else {
                sum += exp(logit - largest)
            }
        }
        let logSum = largest + log(sum)
        losses.append(logSum - logits[i][labels[i]])
        for j in logits[i].indices { gradient[i][j] = exp(logits[i][j] - logSum) }
        gradient[i][labels[i]] -= 1
    }
    for i in logits.indices {
        for j in logits[i].indices { gradient[i][j] = labels[i] < 0 ? 0 : gradient[i][j] / Double(losses.count) }
    }
    return (losses.isEmpty ? 0 : losses.reduce(0, +) / Double(losses.count), gradient)
}
