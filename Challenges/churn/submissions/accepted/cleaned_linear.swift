import Foundation

/// Cleans numbers and categories, and fits a plain logistic regression by gradient descent.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let numeric = ["tenure", "monthly charge", "support calls", "data usage", "days since login", "age"]
    let categorical = ["contract", "plan", "payment", "autopay", "region"]
    var encoders: [([String]) -> [Double]] = []
    for name in numeric {
        let column = header.firstIndex(of: name)!
        let known = customers.compactMap { number($0[column]) }.map { log(1 + max(0, $0)) }
        let mean = known.reduce(0, +) / Double(known.count)
        let spread = max(
            1e-9, (known.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(known.count)).squareRoot())
        encoders.append { row in
            guard let value = number(row[column]) else { return [0, 1] }
            return [max(-3, min(3, (log(1 + max(0, value)) - mean) / spread)), 0]
        }
    }
    for name in categorical {
        let column = header.firstIndex(of: name)!
        let levels = Set(customers.map { letters($0[column]) }).sorted()
        encoders.append { row in levels.map { $0 == letters(row[column]) ? 1 : 0 } }
    }
    func encode(_ row: [String]) -> [Double] { [1] + encoders.flatMap { $0(row) } }

    let rows = customers.map(encode)
    var weights = [Double](repeating: 0, count: rows[0].count)
    func probability(_ row: [Double]) -> Double { 1 / (1 + exp(-zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 })) }
    for _ in 0..<150 {
        var gradient = [Double](repeating: 0, count: weights.count)
        for (row, label) in zip(rows, churned) {
            let error = probability(row) - Double(label)
            for j in row.indices { gradient[j] += error * row[j] }
        }
        for j in weights.indices { weights[j] -= 0.7 * gradient[j] / Double(rows.count) }
    }
    return unseen.map { probability(encode($0)) }
}

private func letters(_ cell: String) -> String {
    let text = cell.lowercased().filter { $0.isLetter || $0.isNumber }
    return ["y", "true", "1"].contains(text) ? "yes" : ["n", "false", "0"].contains(text) ? "no" : text
}

private func number(_ cell: String) -> Double? {
    let text = cell.lowercased().replacingOccurrences(of: ",", with: ".").replacingOccurrences(of: "€", with: "")
    let parts = text.split(separator: " ")
    guard let first = parts.first else { return nil }
    if parts.count == 2, first.hasSuffix("y"), let years = Double(first.dropLast()),
        let months = Double(parts[1].dropLast())
    {
        return years * 12 + months
    }
    guard let value = Double(first) else { return nil }
    switch parts.count == 2 ? parts[1] : "" {
    case "years": return value * 12
    case "days": return value / 30
    case "mb": return value / 1024
    default: return value
    }
}
