/// Sparse counting: a dictionary of the cells that occur, at most classes^2 of them, from which all sums are taken.
private struct Cell: Hashable {
    let actual: Int
    let predicted: Int
}

func classificationMetrics(actual: [Int], predicted: [Int], classes: Int) -> (
    confusion: [[Int]], accuracy: Double, precision: [Double], recall: [Double], f1: [Double], macroF1: Double,
    microF1: Double
) {
    var counts: [Cell: Int] = [:]
    for index in actual.indices {
        counts[Cell(actual: actual[index], predicted: predicted[index]), default: 0] += 1
    }
    var confusion = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    var (hits, misses, alarms) = ([Int: Int](), [Int: Int](), [Int: Int]())
    for (cell, count) in counts {
        confusion[cell.actual][cell.predicted] = count
        if cell.actual == cell.predicted {
            hits[cell.actual] = count
        } else {
            misses[cell.actual, default: 0] += count
            alarms[cell.predicted, default: 0] += count
        }
    }
    func share(_ label: Int, of wrong: [Int: Int]...) -> Double {
        guard let right = hits[label] else { return 0 }
        let denominator = wrong.reduce(right * wrong.count) { $0 + ($1[label] ?? 0) }
        return Double(right * wrong.count) / Double(denominator)
    }
    let labels = 0..<classes
    let f1 = labels.map { share($0, of: misses, alarms) }
    let occurring = Set(hits.keys).union(misses.keys).union(alarms.keys).count
    let correct = Double(hits.values.reduce(0, +))
    let wrong = Double(misses.values.reduce(0, +))
    let accuracy = correct + wrong > 0 ? correct / (correct + wrong) : 0
    return (
        confusion, accuracy, labels.map { share($0, of: alarms) }, labels.map { share($0, of: misses) }, f1,
        occurring > 0 ? f1.reduce(0, +) / Double(occurring) : 0, accuracy
    )
}
