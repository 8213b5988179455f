/// The ROC curve of a binary classifier's scores, and the area under it.
///
/// Samples of equal score pass the threshold together, so that a tied pair counts half. Vertices where the curve does not
/// turn are left out. With samples of one class only, or none, the answer is `(0.5, [0, 1], [0, 1])`.
///
/// - Parameters:
///   - scores: `n >= 0` finite numbers; a higher one means "rather positive".
///   - labels: `n` integers, 1 for a positive sample and 0 for a negative one.
/// - Returns: the area; and the vertices of the curve from (0, 0) to (1, 1), their false positive rates and their true
///   positive rates.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    // Your code here.
    return (0, [], [])
}
