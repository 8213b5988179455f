/// Fits a mixture of k Gaussians with diagonal covariances to points: exactly `iterations` rounds of EM.
///
/// - Parameters:
///   - points: n rows of d numbers each.
///   - weights: k numbers of 0 or more that add up to 1, the weights of the components before the first round.
///   - means: k rows of d numbers, the means before the first round.
///   - variances: k rows of d numbers, the variances before the first round, none below `varianceFloor`.
///   - iterations: how many rounds to take, 0 or more.
///   - varianceFloor: above 0; a variance that would be smaller is this.
/// - Returns: weights, means and variances after the last round, in the order of the components, and the natural logarithm
///   of the likelihood of the points under them.
func fitMixture(
    points: [[Double]], weights: [Double], means: [[Double]], variances: [[Double]], iterations: Int,
    varianceFloor: Double
) -> (weights: [Double], means: [[Double]], variances: [[Double]], logLikelihood: Double) {
    // Your code here.
    return ([], [], [], 0)
}
