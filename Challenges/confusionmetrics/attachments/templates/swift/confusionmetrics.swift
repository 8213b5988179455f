/// The confusion matrix of a classifier, and what follows from it: accuracy, and precision, recall and F1 of each class.
///
/// A quotient whose denominator is 0 is 0. The macro average is over the classes that occur in `actual` or `predicted`.
///
/// - Parameters:
///   - actual: the true classes of `n >= 0` samples, integers from 0 to `classes - 1`.
///   - predicted: `n` integers from 0 to `classes - 1`, the predicted class of each sample.
///   - classes: the number of classes, at least 1; not all of them need occur.
/// - Returns: the matrix of counts, its rows actual classes and its columns predicted ones; accuracy; precision, recall
///   and F1 of each class, 0 to `classes - 1`; the macro and the micro average of F1.
func classificationMetrics(actual: [Int], predicted: [Int], classes: Int) -> (
    confusion: [[Int]], accuracy: Double, precision: [Double], recall: [Double], f1: [Double], macroF1: Double,
    microF1: Double
) {
    // Your code here.
    return ([], 0, [], [], [], 0, 0)
}
