import Glibc

/// The root of the mean squared difference of log(1 + count).
func rmsle(_ predictions: [Double], _ truth: [Int]) -> Double {
    var sum = 0.0
    for (prediction, count) in zip(predictions, truth) {
        let difference = log(1 + prediction) - log(1 + Double(count))
        sum += difference * difference
    }
    return (sum / Double(truth.count)).squareRoot()
}

/// Weights of a ridge regression, by the normal equations. The first column is the constant, which is not penalised.
func ridgeWeights(_ rows: [[Double]], _ targets: [Double], _ keeps: [Bool], ridge: Double) -> [Double] {
    let d = rows[0].count
    var matrix = (0..<d).map { i in (0..<d).map { $0 == i ? (i == 0 ? 1e-9 : ridge) : 0.0 } }
    var values = [Double](repeating: 0, count: d)
    for (index, row) in rows.enumerated() where keeps[index] {
        for i in 0..<d where row[i] != 0 {
            values[i] += row[i] * targets[index]
            for j in 0...i { matrix[i][j] += row[i] * row[j] }
        }
    }
    for i in 0..<d {
        for j in 0...i {
            var sum = matrix[i][j]
            for k in 0..<j { sum -= matrix[i][k] * matrix[j][k] }
            matrix[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / matrix[j][j]
        }
    }
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

private func predicted(_ row: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for index in row.indices { sum += row[index] * weights[index] }
    return max(0, exp(min(12, max(-1, sum))) - 1)
}

/// The simple reference: linear regression of log(1 + count) on the hour, as 24 columns, and on temperature, humidity and wind where they
/// are numbers as they stand; all others take the column's mean.
func simpleCounts(_ training: [Hour], _ unseen: [Hour], _ header: [String]) -> [Double] {
    func hours(_ rows: [Hour]) -> [[Double]] { rows.map { row in [1] + (0..<24).map { row.time % 24 == $0 ? 1 : 0 } } }
    var rows = hours(training)
    var others = hours(unseen)
    for name in ["temperature", "humidity", "wind"] {
        let column = header.firstIndex(of: name)!
        let values = training.map { Double($0.cells[column]) }
        let known = values.compactMap { $0 }
        let mean = known.reduce(0, +) / Double(max(1, known.count))
        let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count))
        let deviation = variance > 0 ? variance.squareRoot() : 1
        for index in rows.indices { rows[index].append(((values[index] ?? mean) - mean) / deviation) }
        for index in others.indices {
            others[index].append(((Double(unseen[index].cells[column]) ?? mean) - mean) / deviation)
        }
    }
    let weights = ridgeWeights(rows, training.map { log(1 + Double($0.count)) }, rows.map { _ in true }, ridge: 1)
    return others.map { predicted($0, weights) }
}

/// The tuned reference: ridge regression of log(1 + count) on hours by kind of day, bent effects of the weather, and time. Hours with large
/// residuals are left out of a second and third fit.
enum Tuned {
    private static func trimmed(_ cell: String) -> String {
        var text = cell.lowercased()[...]
        while text.first == " " { text.removeFirst() }
        return ["na", "?", "n/a", "-", "null"].contains(String(text)) ? "" : String(text)
    }

    private static func number(_ cell: String) -> Double? {
        let words = trimmed(cell).split(separator: " ")
        guard let first = words.first, let value = Double(first), value > -100 else { return nil }
        return words.count < 2
            ? value : words[1] == "f" ? (value - 32) * 5 / 9 : words[1] == "m/s" ? value * 3.6 : value
    }

    /// Missing values are those of the nearest hour before, or after.
    private static func filled<Value>(_ values: [Value?], _ fallback: Value) -> [Value] {
        var last = values.compactMap { $0 }.first ?? fallback
        return values.map { value in
            last = value ?? last
            return last
        }
    }

    static func counts(_ training: [Hour], _ unseen: [Hour], _ header: [String]) -> [Double] {
        let all = training + unseen
        func column(_ name: String) -> [String] {
            all.map { [place = header.firstIndex(of: name)!] in $0.cells[place] }
        }
        let temperature = filled(column("temperature").map(number), 10)
        let humidity = filled(column("humidity").map(number), 70)
        let wind = filled(column("wind").map(number), 10)
        let weather = filled(column("weather").map { trimmed($0).isEmpty ? nil : trimmed($0) }, "clear")
        let holiday = column("holiday").map { ["yes", "y", "1"].contains(trimmed($0)) }
        let start = Double(training[0].time)
        let rows = all.indices.map { index -> [Double] in
            let hour = all[index].time % 24
            let day = weekday(all[index].time / 24)
            let isFree = day >= 5 || holiday[index]
            var row = [1.0]
            for known in 0..<24 { row += [hour == known && isFree ? 1 : 0, hour == known && !isFree ? 1 : 0] }
            let warm = temperature[index] / 10
            row += [warm, warm * warm, max(0, warm - 2.5), isFree ? warm : 0, isFree ? warm * warm : 0]
            row += [
                max(0, wind[index] - 15) / 10, wind[index] / 20, max(0, humidity[index] - 80) / 10,
                humidity[index] / 50,
            ]
            for name in ["rain", "storm", "snow", "fog", "cloudy"] {
                row += [weather[index] == name ? 1 : 0, weather[index] == name && isFree ? 1 : 0]
            }
            row += [
                (Double(all[index].time) - start) / 1000, day == 4 && hour >= 20 ? 1 : 0,
                day == 6 && hour >= 20 ? 1 : 0,
            ]
            return row
        }
        let n = training.count
        let targets = training.map { log(1 + Double($0.count)) }
        var keeps = targets.map { _ in true }
        var weights: [Double] = []
        for _ in 0..<3 {
            weights = ridgeWeights(Array(rows[..<n]), targets, keeps, ridge: 1)
            let residuals = (0..<n).map { abs(targets[$0] - log(1 + predicted(rows[$0], weights))) }
            let middle = residuals.sorted()[n / 2]
            keeps = residuals.map { $0 <= 6 * middle + 0.1 }
        }
        return rows[n...].map { predicted($0, weights) }
    }
}
