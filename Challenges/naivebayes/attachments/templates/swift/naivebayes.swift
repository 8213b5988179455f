/// Fits a Gaussian naive Bayes classifier and classifies every query.
///
/// A class's prior is its share of the points. In each class each feature is normal, with the mean of the class's points
/// and their variance (divided by their number), plus `smoothing` times the largest variance of a feature over all
/// points. Of equally probable classes the smallest label wins.
///
/// - Parameters:
///   - points: `n >= 1` rows of `d >= 1` finite numbers, the training set.
///   - labels: `n` integers from 0, the class of each point; they need not be contiguous.
///   - queries: `q >= 0` rows of `d` finite numbers.
///   - smoothing: A positive factor.
/// - Returns: For each query its most probable label, and the natural logarithm of that label's posterior probability.
func gaussianNaiveBayes(
    points: [[Double]], labels: [Int], queries: [[Double]], smoothing: Double
) -> (labels: [Int], logPosteriors: [Double]) {
    // Your code here.
    return ([], [])
}
