/// Trains a linear support vector machine by stochastic subgradient steps (Pegasos): one step for each entry of `order`.
///
/// Step t = 1, 2, ... looks at point order[t - 1] and has the rate 1 / (lambda * t).
///
/// - Parameters:
///   - points: n rows of d numbers, the features.
///   - labels: n labels; 1 is the positive class, 0 the negative one.
///   - order: the point that each step looks at; a point may come several times, or never. It may be empty.
///   - lambda: above 0, the strength of the penalty on the weights.
///   - projects: whether weights are scaled back to a length of at most 1 / sqrt(lambda) after each step.
/// - Returns: the d weights and the bias after the last step.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    // Your code here.
    return ([], 0)
}
