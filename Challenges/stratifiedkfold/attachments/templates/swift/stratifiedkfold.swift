/// Splits samples into folds for cross-validation so that every fold has its share of every class.
///
/// Each index is in one test set; the training set of a fold holds all other indices. The numbers of a class's members in
/// any two test sets differ by at most 1, and so do the sizes of any two test sets.
///
/// - Parameters:
///   - labels: `n >= 2` integers from 0, the class of each sample; they need not be contiguous.
///   - folds: The number of folds, from 2 to `n`; a class may have fewer members.
/// - Returns: A pair of training and test indices for each fold, in any order.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    // Your code here.
    return []
}
