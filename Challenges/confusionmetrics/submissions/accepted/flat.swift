/// One flat matrix through a pointer, and margins that are counted in the same pass; no second look at the matrix but to
/// cut it into rows.
func classificationMetrics(actual: [Int], predicted: [Int], classes: Int) -> (
    confusion: [[Int]], accuracy: Double, precision: [Double], recall: [Double], f1: [Double], macroF1: Double,
    microF1: Double
) {
    var cells = [Int](repeating: 0, count: classes * classes)
    var support = [Int](repeating: 0, count: classes)
    var claims = [Int](repeating: 0, count: classes)
    cells.withUnsafeMutableBufferPointer { cells in
        for index in 0..<actual.count {
            let (row, column) = (actual[index], predicted[index])
            cells[row * classes + column] += 1
            support[row] += 1
            claims[column] += 1
        }
    }
    var precision = [Double](repeating: 0, count: classes)
    var recall = precision
    var f1 = precision
    var (correct, sum, occurring) = (0, 0.0, 0)
    // A class without hits has 0 everywhere already, whether or not its denominators are 0.
    for label in 0..<classes where support[label] + claims[label] > 0 {
        occurring += 1
        let hits = cells[label * classes + label]
        guard hits > 0 else { continue }
        correct += hits
        precision[label] = Double(hits) / Double(claims[label])
        recall[label] = Double(hits) / Double(support[label])
        f1[label] = 2 * Double(hits) / Double(support[label] + claims[label])
        sum += f1[label]
    }
    let accuracy = Double(correct) / Double(max(1, actual.count))
    let confusion = (0..<classes).map { Array(cells[$0 * classes..<($0 + 1) * classes]) }
    return (confusion, accuracy, precision, recall, f1, sum / Double(max(1, occurring)), accuracy)
}
