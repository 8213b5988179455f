/// Principal component analysis: the directions in which points vary most.
///
/// - Parameters:
///   - points: n rows of d numbers; at least one of each.
///   - k: how many components to find, 1 to min(n, d).
/// - Returns: the mean of the points (d numbers); k orthonormal components as rows of d numbers, by decreasing variance;
///   the variance along each (k numbers, sums of squares divided by n); and the projections of the points less the mean onto the
///   components (n rows of k numbers).
func pca(
    points: [[Double]], k: Int
) -> (mean: [Double], components: [[Double]], variances: [Double], projected: [[Double]]) {
    // Your code here.
    return ([], [], [], [])
}
