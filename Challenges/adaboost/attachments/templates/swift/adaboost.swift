/// Boosts decision stumps: AdaBoost for two classes.
///
/// A stump predicts `polarity` for a point whose value of `feature` is above `threshold`, and `-polarity` otherwise.
/// Thresholds lie midway between neighbouring distinct values of a feature. Errors that differ by less than 1e-9 count as
/// equal; of equally good stumps the one with the lowest feature wins, then the one with the lowest threshold.
///
/// - Parameters:
///   - points: `n >= 1` rows of `d >= 1` finite numbers.
///   - labels: `n` integers, each -1 or 1: the class of each point.
///   - rounds: the most stumps to return, 0 or more.
/// - Returns: The stumps in the order of their rounds, each with its weight `alpha` in the vote; fewer than `rounds` where
///   boosting stops before.
func adaBoost(
    points: [[Double]], labels: [Int], rounds: Int
) -> [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] {
    // Your code here.
    return []
}
