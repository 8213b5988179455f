import Foundation

/// Medians of log(1 + count), the trend taken out, by hour and kind of day; then the medians of what is left by weather and by temperature.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    func cell(_ row: [String], _ name: String) -> String {
        row[header.firstIndex(of: name)!].trimmingCharacters(in: .whitespaces).lowercased()
    }
    let times = rows.map { moment(cell($0, "time")) }
    func kind(_ row: [String], _ time: Int) -> Int {
        time % 24 + (isWeekend(time) || ["yes", "y", "1"].contains(cell(row, "holiday")) ? 24 : 0)
    }
    func warmth(_ row: [String]) -> Int {
        let words = cell(row, "temperature").split(separator: " ")
        guard let first = words.first, var value = Double(first), value > -100 else { return 99 }
        if words.count > 1 { value = (value - 32) * 5 / 9 }
        return Int((value / 4).rounded(.down))
    }
    let logs = counts.map { log(1 + Double($0)) }
    let keys = zip(rows, times).map(kind)
    let warmths = rows.map(warmth)
    let weathers = rows.map { cell($0, "weather") }
    let days = times.map { Double($0 - times[0]) / 24 }

    // Medians of one column at a time, of what the others leave, over and over.
    var slope = 0.0
    var byHour: [Int: Double] = [:]
    var byWarmth: [Int: Double] = [:]
    var byWeather: [String: Double] = [:]
    func rest(_ index: Int) -> Double {
        logs[index] - slope * days[index] - (byHour[keys[index]] ?? 0) - (byWarmth[warmths[index]] ?? 0)
            - (byWeather[weathers[index]] ?? 0)
    }
    for _ in 0..<12 {
        byHour = improved(byHour, keys, rest)
        byWeather = improved(byWeather, weathers, rest)
        byWarmth = improved(byWarmth, warmths, rest)
        // The line through what is left, large residuals apart.
        let kept = logs.indices.filter { abs(rest($0)) < 1.5 }
        let centre = kept.reduce(0) { $0 + days[$1] } / Double(max(1, kept.count))
        let spread = kept.reduce(0) { $0 + (days[$1] - centre) * (days[$1] - centre) }
        if spread > 0 { slope += kept.reduce(0) { $0 + (days[$1] - centre) * rest($1) } / spread }
    }
    return unseen.map { row in
        let time = moment(cell(row, "time"))
        let value =
            slope * Double(time - times[0]) / 24 + (byHour[kind(row, time)] ?? byHour[time % 24] ?? 4)
            + (byWarmth[warmth(row)] ?? 0) + (byWeather[cell(row, "weather")] ?? 0)
        return max(0, exp(min(12, value)) - 1)
    }
}

private func improved<Key: Hashable>(_ effects: [Key: Double], _ keys: [Key], _ rest: (Int) -> Double) -> [Key: Double]
{
    var groups: [Key: [Double]] = [:]
    for index in keys.indices { groups[keys[index], default: []].append(rest(index)) }
    return groups.reduce(into: effects) { effects, group in
        effects[group.key, default: 0] += group.value.sorted()[group.value.count / 2]
    }
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
