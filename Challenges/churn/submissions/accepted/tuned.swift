import Glibc

/// Logistic regression on cleaned cells: categories as columns of 0 and 1, numbers in bins, a column for what is missing, and a few
/// products. Columns that unseen rows hardly fill are left out.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let all = customers + unseen
    let n = customers.count
    var features: [[Double]] = [[Double](repeating: 1, count: all.count)]
    func add(_ values: [Double]) {
        if values[..<n].contains(where: { $0 != values[0] }) { features.append(values) }
    }
    func column(_ name: String) -> [String] { header.firstIndex(of: name).map { j in all.map { $0[j] } } ?? [] }

    for (j, name) in header.enumerated() where name != "customer id" {
        let cells = all.map { $0[j] }
        // What is filled in during training and not later is known too late.
        let before = Double(cells[..<n].count { !trimmed($0).isEmpty }) / Double(n)
        let later = Double(cells[n...].count { !trimmed($0).isEmpty }) / Double(unseen.count)
        if abs(before - later) > 0.15 { continue }

        let values = cells.map { cell in number(cell).flatMap { name == "age" && !(16...110).contains($0) ? nil : $0 } }
        if values.count(where: { $0 != nil }) * 2 > all.count, name != "autopay" {
            addBins(values.map { $0.map { log(1 + max(0, $0)) } }, n, add)
        } else {
            let levels = cells.map(level)
            var counts: [String: Int] = [:]
            for known in levels[..<n] { counts[known, default: 0] += 1 }
            for known in counts.keys.sorted() where counts[known]! >= min(8, max(2, n / 100)) {
                add(levels.map { $0 == known ? 1 : 0 })
            }
        }
    }

    // Effects that depend on one another.
    let contracts = column("contract").map(level)
    let months = column("tenure").map { number($0) ?? 18 }
    let charges = column("monthly charge").map(number)
    let plans = column("plan").map(level)
    for (contract, range) in [("monthtomonth", 0.0..<7), ("oneyear", 9.5..<14.5)] {
        add(all.indices.map { contracts[$0] == contract && range.contains(months[$0]) ? 1 : 0 })
    }
    var sums: [String: (Double, Double)] = [:]
    for index in all.indices {
        guard let charge = charges[index], charge > 0 else { continue }
        sums[plans[index], default: (0, 0)].0 += log(charge)
        sums[plans[index], default: (0, 0)].1 += 1
    }
    add(
        all.indices.map { index in
            guard let charge = charges[index], charge > 0, let sum = sums[plans[index]] else { return 0 }
            return min(1, max(-1, log(charge) - sum.0 / sum.1))
        })

    let rows = all.indices.map { index in features.map { $0[index] } }
    let weights = fit(Array(rows[..<n]), churned, ridge: 3)
    return rows[n...].map { sigmoid(dot($0, weights)) }
}

/// A column of numbers: standardised, above each eighth, and whether it is missing.
private func addBins(_ values: [Double?], _ n: Int, _ add: ([Double]) -> Void) {
    let known = values[..<n].compactMap { $0 }.sorted()
    guard known.count > 4 else { return }
    let mean = known.reduce(0, +) / Double(known.count)
    let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
    let deviation = max(1e-9, variance.squareRoot())
    add(values.map { $0 == nil ? 1 : 0 })
    add(values.map { min(3, max(-3, (($0 ?? mean) - mean) / deviation)) })
    for part in 1..<8 {
        let cut = known[known.count * part / 8]
        add(values.map { ($0 ?? mean) >= cut ? 1 : 0 })
    }
}

private func trimmed(_ cell: String) -> String {
    var text = cell.lowercased()[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return ["na", "?", "n/a", "-", "null", "unknown"].contains(String(text)) ? "" : String(text)
}

private func level(_ cell: String) -> String {
    let text = trimmed(cell).filter { $0.isLetter || $0.isNumber }
    return ["y", "true", "1"].contains(text) ? "yes" : ["n", "false", "0"].contains(text) ? "no" : text
}

/// A number in months, gigabytes or euros.
private func number(_ cell: String) -> Double? {
    let text = String(trimmed(cell).map { $0 == "," ? "." : $0 }.filter { $0 != "€" })
    if let value = Double(text) { return value }
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    if words[0].last == "y", let years = Double(words[0].dropLast()), let months = Double(words[1].dropLast()) {
        return 12 * years + months
    }
    let units = ["months": 1, "mo": 1, "years": 12, "days": 1 / 30.4, "gb": 1, "mb": 1.0 / 1024, "eur": 1]
    guard let value = Double(words[0]), let unit = units[String(words[1])] else { return nil }
    return value * unit
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

private func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
}

/// Newton's steps; the constant, which comes first, is not penalised.
private func fit(_ rows: [[Double]], _ labels: [Int], ridge: Double) -> [Double] {
    let d = rows[0].count
    var weights = [Double](repeating: 0, count: d)
    for _ in 0..<8 {
        var gradient = weights.map { ridge * $0 }
        gradient[0] = 0
        var matrix = (0..<d).map { _ in [Double](repeating: 0, count: d) }
        for i in 0..<d { matrix[i][i] = i == 0 ? 1e-9 : ridge }
        for (row, label) in zip(rows, labels) {
            let p = sigmoid(dot(row, weights))
            let weight = max(p * (1 - p), 1e-9)
            for i in 0..<d where row[i] != 0 {
                gradient[i] += (p - Double(label)) * row[i]
                for j in 0...i { matrix[i][j] += weight * row[i] * row[j] }
            }
        }
        // Cholesky's factor, and two triangles.
        for i in 0..<d {
            for j in 0...i {
                var sum = matrix[i][j]
                for k in 0..<j { sum -= matrix[i][k] * matrix[j][k] }
                matrix[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / matrix[j][j]
            }
        }
        for i in 0..<d {
            for k in 0..<i { gradient[i] -= matrix[i][k] * gradient[k] }
            gradient[i] /= matrix[i][i]
        }
        for i in (0..<d).reversed() {
            for k in (i + 1)..<d where k < d { gradient[i] -= matrix[k][i] * gradient[k] }
            gradient[i] /= matrix[i][i]
            weights[i] -= gradient[i]
        }
    }
    return weights
}
