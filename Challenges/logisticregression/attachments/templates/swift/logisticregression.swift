/// Logistic regression: full-batch gradient descent on the mean log-loss, from zero.
///
/// Every step moves the weights and the intercept together, from the gradient at the step's start.
///
/// - Parameters:
///   - points: n rows of d features, n >= 1, d >= 1.
///   - labels: The class of each row, 0 or 1.
///   - learningRate: The length of a step along the negative gradient, greater than 0.
///   - iterations: The number of steps, exactly; 0 returns zeros.
/// - Returns: One weight for each feature, in the order of the features, and the intercept.
// swift-format-ignore
func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (weights: [Double], intercept: Double) {
    return (weights: [], intercept: 0)
}
