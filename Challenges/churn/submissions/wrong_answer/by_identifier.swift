// Wrong: learns rows by heart, by the identifier's last digits, which say nothing.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let column = header.firstIndex(of: "customer id")!
    var sums: [String: [Double]] = [:]
    for (row, label) in zip(customers, churned) {
        sums[String(row[column].suffix(3)), default: [0.1, 0.1]][label] += 1
    }
    return unseen.map { row in
        let sum = sums[String(row[column].suffix(3))] ?? [1, 1]
        return sum[1] / (sum[0] + sum[1])
    }
}
