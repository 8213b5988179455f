import Glibc

/// Mean negative log-likelihood, probabilities cut to 1e-6 and 1 - 1e-6.
func logLoss(_ probabilities: [Double], _ truth: [Bool]) -> Double {
    var sum = 0.0
    for (probability, hasLeft) in zip(probabilities, truth) {
        let cut = min(max(probability, 1e-6), 1 - 1e-6)
        sum -= log(hasLeft ? cut : 1 - cut)
    }
    return sum / Double(truth.count)
}

/// Logistic regression with a ridge penalty, by Newton steps. The first column is the constant and is not penalised.
func logisticProbabilities(_ rows: [[Double]], _ labels: [Bool], _ unseen: [[Double]], ridge: Double) -> [Double] {
    let d = rows[0].count
    var weights = [Double](repeating: 0, count: d)
    func probability(_ row: [Double]) -> Double {
        var sum = 0.0
        for j in 0..<d { sum += row[j] * weights[j] }
        return 1 / (1 + exp(-sum))
    }
    for _ in 0..<8 {
        var gradient = weights.enumerated().map { $0.offset == 0 ? 0 : ridge * $0.element }
        var matrix = (0..<d).map { i in (0..<d).map { $0 == i ? (i == 0 ? 1e-9 : ridge) : 0.0 } }
        for (row, label) in zip(rows, labels) {
            let p = probability(row)
            let weight = max(p * (1 - p), 1e-9)
            for i in 0..<d where row[i] != 0 {
                gradient[i] += (p - (label ? 1 : 0)) * row[i]
                let factor = weight * row[i]
                for j in 0...i { matrix[i][j] += factor * row[j] }
            }
        }
        let step = solve(matrix, gradient)
        for j in 0..<d { weights[j] -= step[j] }
    }
    return unseen.map(probability)
}

/// Solves by Cholesky's factors; only the lower triangle is read.
private func solve(_ given: [[Double]], _ right: [Double]) -> [Double] {
    var matrix = given
    let d = right.count
    for i in 0..<d {
        for j in 0...i {
            var sum = matrix[i][j]
            for k in 0..<j { sum -= matrix[i][k] * matrix[j][k] }
            matrix[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / matrix[j][j]
        }
    }
    var values = right
    for i in 0..<d {
        for k in 0..<i { values[i] -= matrix[i][k] * values[k] }
        values[i] /= matrix[i][i]
    }
    for i in (0..<d).reversed() {
        for k in (i + 1)..<d where k < d { values[i] -= matrix[k][i] * values[k] }
        values[i] /= matrix[i][i]
    }
    return values
}

/// The simple reference: logistic regression on the cells that are numbers as they stand; all others take the column's mean.
func simpleProbabilities(_ training: [Customer], _ unseen: [Customer]) -> [Double] {
    var rows = training.map { _ in [1.0] }
    var others = unseen.map { _ in [1.0] }
    for column in training[0].cells.indices {
        let values = training.map { Double($0.cells[column]) }
        let known = values.compactMap { $0 }
        guard known.count * 4 >= values.count else { continue }
        let mean = known.reduce(0, +) / Double(known.count)
        let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
        let deviation = variance > 0 ? variance.squareRoot() : 1
        for index in rows.indices { rows[index].append(((values[index] ?? mean) - mean) / deviation) }
        for index in others.indices {
            others[index].append(((Double(unseen[index].cells[column]) ?? mean) - mean) / deviation)
        }
    }
    return logisticProbabilities(rows, training.map(\.hasLeft), others, ridge: 1)
}

/// The tuned reference: cells are cleaned first, numbers are cut into bins, and what is missing is a level of its own.
enum Tuned {
    static func trimmed(_ text: String) -> String {
        var rest = text.lowercased()[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return ["na", "?", "n/a", "-", "null", "unknown"].contains(String(rest)) ? "" : String(rest)
    }

    /// A number without its unit: months, gigabytes or money.
    static func number(_ cell: String) -> Double? {
        let text = String(trimmed(cell).map { $0 == "," ? "." : $0 }.filter { $0 != "€" })
        if let value = Double(text) { return value }
        let words = text.split(separator: " ")
        guard words.count == 2 else { return nil }
        if words[0].hasSuffix("y"), words[1].hasSuffix("m"), let years = Double(words[0].dropLast()),
            let months = Double(words[1].dropLast())
        {
            return 12 * years + months
        }
        let factors = ["months": 1, "mo": 1, "years": 12, "days": 1 / 30.4, "gb": 1, "mb": 1 / 1024.0, "eur": 1]
        guard let value = Double(words[0]), let factor = factors[String(words[1])] else { return nil }
        return value * factor
    }

    static func level(_ cell: String) -> String {
        let text = trimmed(cell).filter { $0.isLetter || $0.isNumber }
        return ["y", "true", "1"].contains(text) ? "yes" : ["n", "false", "0"].contains(text) ? "no" : text
    }

    static func probabilities(_ training: [Customer], _ unseen: [Customer], _ header: [String]) -> [Double] {
        var rows = training.map { _ in [1.0] }
        var others = unseen.map { _ in [1.0] }
        func add(_ feature: (Customer) -> Double) {
            let values = training.map(feature)
            guard values.contains(where: { $0 != values[0] }) else { return }
            for index in rows.indices { rows[index].append(values[index]) }
            for index in others.indices { others[index].append(feature(unseen[index])) }
        }
        func place(_ name: String) -> Int { header.firstIndex(of: name)! }
        for name in ["contract", "plan", "region", "payment", "autopay"] {
            let column = place(name)
            var levels: [String] = []
            for row in training where !levels.contains(level(row.cells[column])) {
                levels.append(level(row.cells[column]))
            }
            for known in levels { add { level($0.cells[column]) == known ? 1 : 0 } }
        }
        for name in ["tenure", "monthly charge", "support calls", "data usage", "days since login", "age"] {
            let column = place(name)
            func value(_ row: Customer) -> Double? {
                guard let value = number(row.cells[column]) else { return nil }
                if name == "age", value < 18 || value > 110 { return nil }
                return log(1 + max(0, value))
            }
            let known = training.compactMap(value).sorted()
            guard known.count > 20 else { continue }
            let mean = known.reduce(0, +) / Double(known.count)
            let deviation = max(
                1e-9, (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)).squareRoot())
            add { value($0) == nil ? 1 : 0 }
            add { min(3, max(-3, ((value($0) ?? mean) - mean) / deviation)) }
            for part in 1..<8 {
                let cut = known[known.count * part / 8]
                add { (value($0) ?? mean) >= cut ? 1 : 0 }
            }
        }
        let contract = place("contract")
        let tenure = place("tenure")
        func months(_ row: Customer) -> Double { number(row.cells[tenure]) ?? 18 }
        add { level($0.cells[contract]) == "monthtomonth" && months($0) < 7 ? 1 : 0 }
        add { level($0.cells[contract]) == "oneyear" && months($0) > 9.5 && months($0) < 14.5 ? 1 : 0 }
        let plan = place("plan")
        let charge = place("monthly charge")
        let usual = ["basic": 22.0, "plus": 38, "premium": 62, "ultra": 80]
        add { row in
            guard let usual = usual[level(row.cells[plan])], let charge = number(row.cells[charge]) else { return 0 }
            return min(1, max(-1, log(charge / usual)))
        }
        return logisticProbabilities(rows, training.map(\.hasLeft), others, ridge: 2)
    }
}
