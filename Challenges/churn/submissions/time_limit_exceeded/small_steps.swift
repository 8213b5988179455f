import Glibc

// Too slow: gradient descent in very small steps, encoding every row again in each.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let column = header.firstIndex(of: "contract")!
    let levels = Set(customers.map { $0[column] }).sorted()
    func encode(_ row: [String]) -> [Double] { [1] + levels.map { $0 == row[column] ? 1 : 0 } }
    var weights = [Double](repeating: 0, count: levels.count + 1)
    func probability(_ row: [String]) -> Double {
        1 / (1 + exp(-zip(encode(row), weights).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    for _ in 0..<20_000 {
        for (row, label) in zip(customers, churned) {
            let error = probability(row) - Double(label)
            for (j, value) in encode(row).enumerated() { weights[j] -= 1e-6 * error * value }
        }
    }
    return unseen.map(probability)
}
