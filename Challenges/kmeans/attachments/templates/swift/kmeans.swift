/// k-means clustering by Lloyd's algorithm: exactly `iterations` rounds of "assign, then update".
///
/// - Parameters:
///   - points: n rows of d coordinates, n >= 1, d >= 1.
///   - initialCentroids: k rows of d coordinates, 1 <= k <= n. Some of them may be equal.
///   - iterations: the number of rounds, 0 or more.
/// - Returns: the k centroids after the last round, in the order of `initialCentroids`, and for each point the index
///   of its nearest returned centroid; of several nearest ones the lowest index.
func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    // Your solution goes here.
    return (initialCentroids, [])
}
