// Right, but pairs all labels up before it counts: space n, where the matrix is all that is needed.
func classificationMetrics(actual: [Int], predicted: [Int], classes: Int) -> (
    confusion: [[Int]], accuracy: Double, precision: [Double], recall: [Double], f1: [Double], macroF1: Double,
    microF1: Double
) {
    var confusion = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    let pairs = actual.indices.map { (row: actual[$0], column: predicted[$0]) }
    for pair in pairs { confusion[pair.row][pair.column] += 1 }

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
