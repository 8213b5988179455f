import Glibc

/// Ridge regression of log(1 + count): hours by kind of day, bent effects of the weather, and time. Hours with large residuals are left
/// out of the second fit and those after it.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let all = rows + unseen
    func column(_ name: String) -> [String] { all.map { [place = header.firstIndex(of: name)!] in $0[place] } }
    let times = column("time").map(moment)
    let temperatures = filled(column("temperature").map(number), 10)
    let humidities = filled(column("humidity").map(number), 70)
    let winds = filled(column("wind").map(number), 10)
    let weathers = filled(column("weather").map { trimmed($0).isEmpty ? nil : trimmed($0) }, "clear")
    let holidays = column("holiday").map { ["yes", "y", "1"].contains(trimmed($0)) }

    let features = all.indices.map { index -> [Double] in
        let hour = times[index] % 24
        let isFree = isWeekend(times[index]) || holidays[index]
        let free = isFree ? 1.0 : 0.0
        var row = [1.0]
        for known in 0..<24 { row += [hour == known && isFree ? 1 : 0, hour == known && !isFree ? 1 : 0] }
        let warm = temperatures[index] / 10
        row += [warm, warm * warm, max(0, warm - 2.5), max(0, warm - 3), free * warm, free * warm * warm]
        row += [max(0, winds[index] - 15) / 10, max(0, winds[index] - 22) / 10, max(0, humidities[index] - 85) / 10]
        for name in ["cloudy", "fog", "rain", "storm", "snow"] {
            row += [weathers[index] == name ? 1 : 0, weathers[index] == name ? free : 0]
        }
        let day = (times[index] / 24 + 2) % 7
        row += [day == 4 && hour >= 20 ? 1 : 0, day == 6 && hour >= 20 ? 1 : 0]
        row.append(Double(times[index] - times[0]) / 1000)
        return row
    }
    let n = rows.count
    let targets = counts.map { log(1 + Double($0)) }
    var keeps = targets.map { _ in true }
    var weights: [Double] = []
    for _ in 0..<3 {
        weights = fit(Array(features[..<n]), targets, keeps)
        let residuals = (0..<n).map { abs(targets[$0] - max(0, dot(features[$0], weights))) }
        let middle = residuals.sorted()[n / 2]
        keeps = residuals.map { $0 <= 6 * middle + 0.1 }
    }
    return features[n...].map { max(0, exp(min(12, dot($0, weights))) - 1) }
}

private func trimmed(_ cell: String) -> String {
    var text = cell.lowercased()[...]
    while text.first == " " { text.removeFirst() }
    return ["na", "?", "n/a", "-", "null"].contains(String(text)) ? "" : String(text)
}

/// A number in degrees Celsius, percent or km/h.
private func number(_ cell: String) -> Double? {
    let words = trimmed(cell).split(separator: " ")
    guard let first = words.first, let value = Double(first), value > -100 else { return nil }
    switch words.count > 1 ? words[1] : "" {
    case "f": return (value - 32) * 5 / 9
    case "m/s": return value * 3.6
    default: return value
    }
}

/// What is missing is as it was before.
private func filled<Value>(_ values: [Value?], _ fallback: Value) -> [Value] {
    var last = values.compactMap { $0 }.first ?? fallback
    return values.map { value in
        last = value ?? last
        return last
    }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
}

/// Normal equations with a ridge, by Cholesky's factor. The constant, which comes first, is not penalised.
private func fit(_ rows: [[Double]], _ targets: [Double], _ keeps: [Bool]) -> [Double] {
    let d = rows[0].count
    var matrix = (0..<d).map { _ in [Double](repeating: 0, count: d) }
    for i in 0..<d { matrix[i][i] = i == 0 ? 1e-9 : 1 }
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

/// Hours since 1 March 2000, from any of the four formats.
private func moment(_ text: String) -> Int {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let parts = text.lowercased().split { " .-:".contains($0) }.map(String.init)
    if parts.count == 1 {
        let digits = parts[0].compactMap { $0.wholeNumberValue }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { 10 * $0 + $1 } }
        return hours(number(0..<4), number(4..<6), number(6..<8), number(8..<10))
    }
    if parts[0].count == 4 { return hours(Int(parts[0])!, Int(parts[1])!, Int(parts[2])!, Int(parts[3])!) }
    if let month = Int(parts[1]) { return hours(Int(parts[2])!, month, Int(parts[0])!, Int(parts[3].dropLast())!) }
    let hour = Int(parts[3])! % 12 + (parts[4] == "pm" ? 12 : 0)
    return hours(Int(parts[2])!, months.firstIndex(of: parts[1])! + 1, Int(parts[0])!, hour)
}

private func hours(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) -> Int {
    let y = month > 2 ? year - 2000 : year - 2001
    let m = month > 2 ? month - 3 : month + 9
    return 24 * (365 * y + y / 4 + (153 * m + 2) / 5 + day - 1) + hour
}

/// Whether it is Saturday or Sunday; 1 March 2000 was a Wednesday.
private func isWeekend(_ time: Int) -> Bool { (time / 24 + 2) % 7 >= 5 }
