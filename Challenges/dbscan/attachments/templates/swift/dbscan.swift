/// Clusters points by density.
///
/// Point `j` is a neighbour of point `i` if their Euclidean distance is at most `radius`; each point is a neighbour of
/// itself. Points with at least `minimumPoints` neighbours are core points.
///
/// - Parameters:
///   - points: `n >= 0` rows of `d >= 1` finite numbers.
///   - radius: The radius of a neighbourhood, 0 or more; a distance that equals it is within.
///   - minimumPoints: How many neighbours make a core point, 1 or more; it may be larger than `n`.
/// - Returns: `n` labels: the number of each point's cluster, from 0 in the order in which clusters are found by index,
///   or -1 for noise.
func dbscan(points: [[Double]], radius: Double, minimumPoints: Int) -> [Int] {
    // Your code here.
    return []
}
