/// As a pipeline of values: the matrix by one reduction, each metric by mapping over the classes.
func classificationMetrics(actual: [Int], predicted: [Int], classes: Int) -> (
    confusion: [[Int]], accuracy: Double, precision: [Double], recall: [Double], f1: [Double], macroF1: Double,
    microF1: Double
) {
    let empty = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    let confusion = zip(actual, predicted).reduce(into: empty) { $0[$1.0][$1.1] += 1 }
    let labels = 0..<classes
    let hits = labels.map { confusion[$0][$0] }
    let support = confusion.map { $0.reduce(0, +) }
    let claims = labels.map { label in confusion.reduce(0) { $0 + $1[label] } }

    let precision = zip(hits, claims).map { ratio(Double($0), Double($1)) }
    let recall = zip(hits, support).map { ratio(Double($0), Double($1)) }
    // The harmonic mean. It is 0 where either is 0, and 0 / 0 where both are.
    let f1 = zip(precision, recall).map { ratio(2 * $0 * $1, $0 + $1) }
    let occurring = labels.lazy.filter { support[$0] + claims[$0] > 0 }.count
    let errors = actual.count - hits.reduce(0, +)
    let pooled = Double(hits.reduce(0, +))
    return (
        confusion, ratio(pooled, Double(actual.count)), precision, recall, f1,
        ratio(f1.reduce(0, +), Double(occurring)), ratio(2 * pooled, 2 * pooled + 2 * Double(errors))
    )
}

private func ratio(_ numerator: Double, _ denominator: Double) -> Double {
    denominator == 0 ? 0 : numerator / denominator
}
