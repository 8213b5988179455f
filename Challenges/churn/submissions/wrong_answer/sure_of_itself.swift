// Wrong: one piece of evidence is counted three times, as naive Bayes does with columns that say the same.
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
    return unseen.map { row in
        // What the contract says beyond the rate, three times over.
        let odds = estimate(row) / (1 - estimate(row))
        let base = rate / (1 - rate)
        let power = base * (odds / base) * (odds / base) * (odds / base)
        return power / (1 + power)
    }
}

private func level(_ cell: String) -> String { cell.lowercased().filter { $0.isLetter } }
