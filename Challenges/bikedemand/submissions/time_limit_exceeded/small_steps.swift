import Glibc

// Too slow: gradient descent in very small steps, parsing all times again in each.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let column = header.firstIndex(of: "time")!
    var effects = [Double](repeating: 3, count: 24)
    for _ in 0..<3000 {
        for (row, count) in zip(rows, counts) {
            let hour = moment(row[column]) % 24
            effects[hour] -= 1e-4 * (effects[hour] - log(1 + Double(count)))
        }
    }
    return unseen.map { exp(effects[moment($0[column]) % 24]) - 1 }
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
