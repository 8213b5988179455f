/// Weak: the rate of churn by contract, and nothing else.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let rate = Double(churned.reduce(0, +)) / Double(churned.count)
    let column = header.firstIndex(of: "contract")!
    var sums: [String: [Double]] = [:]
    for (row, label) in zip(customers, churned) {
        sums[row[column], default: [2 * (1 - rate), 2 * rate]][label] += 1
    }
    return unseen.map { row in
        guard let sum = sums[row[column]] else { return rate }
        return sum[1] / (sum[0] + sum[1])
    }
}
