/// Layer or batch normalisation of a batch, and the gradient that goes back to its inputs.
///
/// - Parameters:
///   - inputs: n rows (samples) of d numbers (features); n may be 0.
///   - gamma: d factors, one for each feature.
///   - beta: d summands, one for each feature.
///   - epsilon: is added to every variance; above 0.
///   - overBatch: whether each feature is normalised over the batch; otherwise each row is over its features.
///   - isTraining: whether statistics are those of this batch and running ones are updated; layer normalisation ignores it.
///   - runningMeans: d means, one for each feature.
///   - runningVariances: d variances, at least 0.
///   - momentum: how much of this batch goes into the running statistics, from 0 to 1.
///   - upstream: n rows of d numbers, the derivatives of the loss with respect to the outputs.
/// - Returns: n rows of outputs, n rows of derivatives of the loss with respect to the inputs, and the running statistics
///   after this batch.
func normalise(
    inputs: [[Double]], gamma: [Double], beta: [Double], epsilon: Double, overBatch: Bool, isTraining: Bool,
    runningMeans: [Double], runningVariances: [Double], momentum: Double, upstream: [[Double]]
) -> (outputs: [[Double]], gradient: [[Double]], runningMeans: [Double], runningVariances: [Double]) {
    return ([], [], [], [])
}
