import Glibc

/// Weak: logistic regression on tenure and support calls where they are plain numbers.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let columns = ["tenure", "support calls", "days since login"].map { header.firstIndex(of: $0)! }
    let known = columns.map { column in customers.compactMap { Double($0[column]) } }
    let means = known.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
    let scales = zip(known, means).map { values, mean in
        max(1e-9, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))).squareRoot())
    }
    func encode(_ row: [String]) -> [Double] {
        [1] + columns.indices.map { ((Double(row[columns[$0]]) ?? means[$0]) - means[$0]) / scales[$0] }
    }
    let rows = customers.map(encode)
    var weights = [Double](repeating: 0, count: columns.count + 1)
    func probability(_ row: [Double]) -> Double { 1 / (1 + exp(-zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 })) }
    for _ in 0..<200 {
        var gradient = weights.map { _ in 0.0 }
        for (row, label) in zip(rows, churned) {
            let error = probability(row) - Double(label)
            for j in row.indices { gradient[j] += error * row[j] }
        }
        for j in weights.indices { weights[j] -= gradient[j] / Double(rows.count) }
    }
    return unseen.map { probability(encode($0)) }
}
