/// Softmax of each row, the mean cross-entropy of the batch, and its gradient with respect to the logits.
///
/// - Parameters:
///   - logits: n rows (samples) of k numbers (classes) each; n may be 0, k is at least 1. Logits may be as large as 1e5.
///   - labels: n integers from 0 to k - 1, the right class of each row.
/// - Returns: n rows of k probabilities; the mean of -log(probability of the label), 0 for an empty batch; and n rows of
///   k derivatives of that mean with respect to the logits. `exp` and `log` come with `import Glibc`.
func softmaxCrossEntropy(
    logits: [[Double]], labels: [Int]
) -> (probabilities: [[Double]], loss: Double, gradient: [[Double]]) {
    return ([], 0, [])
}
