// Wrong: the probability of staying.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let rate = Double(churned.reduce(0, +)) / Double(churned.count)
    let column = header.firstIndex(of: "contract")!
    var sums: [String: [Double]] = [:]
    for (row, label) in zip(customers, churned) { sums[level(row[column]), default: [1, 1]][label] += 1 }
    func estimate(_ row: [String]) -> Double {
        guard let sum = sums[level(row[column])] else { return rate }
        return sum[1] / (sum[0] + sum[1])
    }
    return unseen.map { 1 - estimate($0) }
}

private func level(_ cell: String) -> String { cell.lowercased().filter { $0.isLetter } }
