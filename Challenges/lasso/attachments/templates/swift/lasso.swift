/// Fits a linear model with an intercept by least squares, with a penalty on the absolute values of its weights and on their squares.
///
/// What is minimised is the sum of (targets[i] - intercept - weights * points[i])^2 over all i, divided by 2 n, plus l1 times the sum
/// of |weights[j]|, plus l2 / 2 times the sum of weights[j]^2. The intercept is not penalised.
///
/// - Parameters:
///   - points: n rows of d numbers, the features.
///   - targets: n numbers.
///   - l1: 0 or more; 0 is ridge regression.
///   - l2: 0 or more; 0 is the lasso.
///   - sweeps: so many sweeps of coordinate descent over centred features are enough, 1 or more.
/// - Returns: d weights, for the features as given, and the intercept.
func elasticNet(
    points: [[Double]], targets: [Double], l1: Double, l2: Double, sweeps: Int
) -> (weights: [Double], intercept: Double) {
    // Your code here.
    return ([], 0)
}
