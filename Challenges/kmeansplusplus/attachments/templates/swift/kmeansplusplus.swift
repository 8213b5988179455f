/// Chooses k of the points as first centres for k-means, by k-means++.
///
/// - Parameters:
///   - points: n rows of d numbers each, at least one.
///   - k: how many points to choose, 1 to n.
///   - uniforms: k numbers from 0 to below 1, one for each draw, in the order of the draws.
/// - Returns: the indices of the chosen points, in the order in which they are drawn, and the sum over all points of the
///   squared distance to the nearest chosen point.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    // Your code here.
    return ([], 0)
}
