/// Draws `k` items of a stream uniformly, without replacement, in one pass and in memory for `k` items.
///
/// - Parameters:
///   - next: Returns the next item of the stream, and `nil` once it has ended. How long the stream is shows only then.
///   - k: How many items to draw, at least 0.
///   - random: `random(bound)` returns a uniform integer from 0 to `bound - 1`, for a `bound` of at least 1. It is the
///     only source of chance.
/// - Returns: `k` items of different places in the stream, in any order, every set of `k` places being equally likely;
///   all items of a stream that has fewer.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    // Your code here.
    return []
}
