/// Classifies every query by a vote among its `k` nearest points.
///
/// Nearness is the squared Euclidean distance. Of points equally far the earlier one in `points` comes first, and a
/// tied vote goes to the smallest of the tied labels.
///
/// - Parameters:
///   - points: `n >= 1` rows of `d >= 1` finite numbers, the training set.
///   - labels: `n` integers from 0, the class of each point; they need not be contiguous.
///   - queries: `q >= 0` rows of `d` finite numbers.
///   - k: How many points vote, from 1 to `n`.
/// - Returns: `q` labels, one for each query, in the order of `queries`.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    // Your code here.
    return []
}
