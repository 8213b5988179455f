/// Learns from training rows how to fill in, standardise and encode, and applies it to training and test rows.
///
/// - Parameters:
///   - trainNumbers: `n >= 1` rows of `d` finite numbers; `nil` is a missing one.
///   - trainCategories: `n` rows of `c` categories, integers from 0; `nil` is a missing one. `d + c >= 1`.
///   - testNumbers: `m >= 0` rows of `d` numbers, with missing ones.
///   - testCategories: `m` rows of `c` categories, with missing ones.
/// - Returns: for each row, in the order given, its `d` standardised numbers, and in rising order the places of the ones
///   in its one-hot columns, which are counted on from `d`.
func preprocess(
    trainNumbers: [[Double?]], trainCategories: [[Int?]], testNumbers: [[Double?]], testCategories: [[Int?]]
) -> (train: [(values: [Double], ones: [Int])], test: [(values: [Double], ones: [Int])]) {
    // Your code here.
    return ([], [])
}
