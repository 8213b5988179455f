/// Finds the split of a node that decreases its impurity most.
///
/// A split sends a point to the left if its value of `feature` is at most `threshold`, and to the right otherwise.
/// Thresholds lie midway between neighbouring distinct values of a feature. Gains that differ by less than 1e-9 count
/// as equal; of equally good splits the one with the lowest feature wins, then the one with the lowest threshold.
///
/// - Parameters:
///   - points: `n >= 1` rows of `d >= 1` finite numbers, the node's points.
///   - labels: `n` integers from 0, the class of each point; they need not be contiguous.
///   - entropy: Whether impurity is entropy, in bits; otherwise it is Gini impurity.
/// - Returns: The best split and its gain, which may be 0; `nil` if all points are equal.
func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    // Your code here.
    return nil
}
