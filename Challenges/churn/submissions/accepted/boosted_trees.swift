import Glibc

/// Gradient boosting of small trees on cleaned columns; categories are numbered by their rate of churn.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let all = customers + unseen
    let n = customers.count
    let least = min(3, Double(n) / 500)
    let rate = Double(churned.reduce(0, +)) / Double(n)
    var columns: [[UInt8]] = []
    for (j, name) in header.enumerated() where name != "customer id" && name != "exit survey" {
        let numbers = all.map { number($0[j]) }
        let values: [Double]
        if numbers.count(where: { $0 != nil }) * 2 > all.count {
            values = numbers.map { $0 ?? -1 }
        } else {
            let levels = all.map { $0[j].lowercased().filter { $0.isLetter } }
            var sums: [String: (Double, Double)] = [:]
            for index in 0..<n {
                sums[levels[index], default: (0, 0)].0 += Double(churned[index])
                sums[levels[index], default: (0, 0)].1 += 1
            }
            values = levels.map { level in
                let sum = sums[level] ?? (0, 0)
                return (sum.0 + 10 * rate) / (sum.1 + 10)
            }
        }
        let sorted = values[..<n].sorted()
        let cuts = Set((1..<32).map { sorted[n * $0 / 32] }).sorted()
        columns.append(values.map { value in UInt8(cuts.count { value >= $0 }) })
    }

    var scores = [Double](repeating: log(rate / (1 - rate)), count: all.count)
    for _ in 0..<220 {
        let probabilities = scores[..<n].map { 1 / (1 + exp(-$0)) }
        let gradients = probabilities.indices.map { Double(churned[$0]) - probabilities[$0] }
        let weights = probabilities.map { $0 * (1 - $0) }
        // Leaves are named by the way down to them.
        var leaves = [Int](repeating: 0, count: all.count)
        for depth in 0..<3 {
            let count = 1 << depth
            var best = (0..<count).map { _ in (gain: 0.0, column: -1, cut: 0) }
            for column in columns.indices {
                var sums = [Double](repeating: 0, count: count * 32)
                var masses = sums
                for index in 0..<n {
                    let place = leaves[index] * 32 + Int(columns[column][index])
                    sums[place] += gradients[index]
                    masses[place] += weights[index]
                }
                for leaf in 0..<count {
                    let total = sums[(leaf * 32)..<(leaf * 32 + 32)].reduce(0, +)
                    let mass = masses[(leaf * 32)..<(leaf * 32 + 32)].reduce(0, +)
                    var sum = 0.0
                    var below = 0.0
                    for cut in 0..<31 {
                        sum += sums[leaf * 32 + cut]
                        below += masses[leaf * 32 + cut]
                        if below < least || mass - below < least { continue }
                        let rest = total - sum
                        let gain = sum * sum / (below + 2) + rest * rest / (mass - below + 2)
                        if gain > best[leaf].gain { best[leaf] = (gain, column, cut) }
                    }
                }
            }
            for index in all.indices {
                let split = best[leaves[index]]
                let right = split.column >= 0 && Int(columns[split.column][index]) > split.cut
                leaves[index] = 2 * leaves[index] + (right ? 1 : 0)
            }
        }
        var sums = [Double](repeating: 0, count: 8)
        var masses = [Double](repeating: 2, count: 8)
        for index in 0..<n {
            sums[leaves[index]] += gradients[index]
            masses[leaves[index]] += weights[index]
        }
        for index in all.indices { scores[index] += 0.08 * sums[leaves[index]] / masses[leaves[index]] }
    }
    return scores[n...].map { 1 / (1 + exp(-$0)) }
}

private func number(_ cell: String) -> Double? {
    let text = String(cell.lowercased().map { $0 == "," ? "." : $0 }.filter { $0 != "€" })
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    if words.count == 2, first.last == "y", let years = Double(first.dropLast()) {
        return 12 * years + (Double(words[1].dropLast()) ?? 0)
    }
    guard let value = Double(first) else { return nil }
    guard words.count == 2 else { return value }
    return value * (["years": 12, "days": 1 / 30.4, "mb": 1.0 / 1024][String(words[1])] ?? 1)
}
