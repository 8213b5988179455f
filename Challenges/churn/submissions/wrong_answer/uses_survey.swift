import Glibc

// Wrong: a table of rates by survey answer, which is known only after a customer has left.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let names = ["exit survey", "contract", "payment"].filter { header.contains($0) }
    let rate = Double(churned.reduce(0, +)) / Double(churned.count)
    // Naive Bayes: the odds of each column multiply.
    var sums: [[String: [Double]]] = names.map { _ in [:] }
    let columns = names.map { header.firstIndex(of: $0)! }
    for (row, label) in zip(customers, churned) {
        for (place, column) in columns.enumerated() { sums[place][row[column], default: [1, 1]][label] += 1 }
    }
    return unseen.map { row in
        var score = log(rate / (1 - rate))
        for (place, column) in columns.enumerated() {
            guard let sum = sums[place][row[column]] else { continue }
            score += log(sum[1] / rate) - log(sum[0] / (1 - rate))
        }
        return 1 / (1 + exp(-score))
    }
}
