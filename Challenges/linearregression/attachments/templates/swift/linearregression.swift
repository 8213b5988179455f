/// Ordinary least squares with an intercept: minimises the sum of (targets[i] - points[i] · weights - intercept)².
///
/// - Parameters:
///   - points: n rows (samples) of d numbers (features) each; n and d are at least 1, and n may be less than d.
///   - targets: n numbers, one for each row of `points`.
/// - Returns: d weights in the units of the given features, and the intercept. All must be finite; where several
///   answers have the least sum of squares, each of them is right.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    return ([], 0)
}
