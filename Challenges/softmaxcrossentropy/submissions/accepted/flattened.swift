import Glibc

/// All logits in one flat array, class after class within each row; rows are cut out of it at the end.
func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    guard let k = logits.first?.count else { return ([], 0, []) }
    let n = logits.count
    let scale = 1 / Double(n)
    var powers = logits.flatMap { $0 }
    var losses = [Double](repeating: 0, count: n)
    powers.withUnsafeMutableBufferPointer { powers in
        for i in 0..<n {
            let row = UnsafeMutableBufferPointer(rebasing: powers[i * k..<(i + 1) * k])
            var largest = row[0]
            for j in 1..<max(1, k) where row[j] > largest { largest = row[j] }
            let ofLabel = row[labels[i]] - largest
            var sum = 0.0
            for j in 0..<k {
                row[j] = exp(row[j] - largest)
                sum += row[j]
            }
            for j in 0..<k { row[j] /= sum }
            losses[i] = log(sum) - ofLabel
        }
    }
    var derivatives = powers
    for i in 0..<n { derivatives[i * k + labels[i]] -= 1 }
    for index in derivatives.indices { derivatives[index] *= scale }
    return (rows(powers, k), losses.reduce(0) { $0 + $1 * scale }, rows(derivatives, k))
}

private func rows(_ values: [Double], _ k: Int) -> [[Double]] {
    stride(from: 0, to: values.count, by: k).map { Array(values[$0..<$0 + k]) }
}
