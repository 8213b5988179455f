// Too slow: goes through all samples for each cell of the matrix, n*classes^2.
func classificationMetrics(actual: [Int], predicted: [Int], classes: Int) -> (
    confusion: [[Int]], accuracy: Double, precision: [Double], recall: [Double], f1: [Double], macroF1: Double,
    microF1: Double
) {
    let confusion = (0..<classes).map { row in
        (0..<classes).map { column in
            zip(actual, predicted).filter { $0 == row && $1 == column }.count
        }
    }

    var precision: [Double] = []
    var recall: [Double] = []
    var f1: [Double] = []
    var correct = 0
    var occurring = 0
    for label in 0..<classes {
        let hits = confusion[label][label]
        let support = confusion[label].reduce(0, +)
        let claims = confusion.reduce(0) { $0 + $1[label] }
        precision.append(quotient(hits, claims))
        recall.append(quotient(hits, support))
        f1.append(quotient(2 * hits, support + claims))
        correct += hits
        if support + claims > 0 { occurring += 1 }
    }
    let accuracy = quotient(correct, actual.count)
    let macroF1 = occurring > 0 ? f1.reduce(0, +) / Double(occurring) : 0
    return (confusion, accuracy, precision, recall, f1, macroF1, accuracy)
}

private func quotient(_ numerator: Int, _ denominator: Int) -> Double {
    denominator > 0 ? Double(numerator) / Double(denominator) : 0
}
