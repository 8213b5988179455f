import Glibc

/// Logistic regression on normalised words, pairs, pieces of words and shapes; copies of a message count less and less.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var copies: [String: Int] = [:]
    let rows = messages.map(features(of:))
    let importances = messages.map { message -> Double in
        copies[message, default: 0] += 1
        return 1 / Double(copies[message]!)
    }
    var model = LogisticModel()
    for round in 0..<20 {
        for step in rows.indices {
            let index = (step * 7919 + round * 31) % rows.count
            model.learn(rows[index], label: Double(labels[index]), importance: importances[index])
        }
    }
    return unseen.map { model.score(features(of: $0)) }
}

private let places = 1 << 16

private struct LogisticModel {
    var weights = [Double](repeating: 0, count: places)
    var squares = [Double](repeating: 1e-6, count: places)
    var bias = -1.0

    func score(_ row: [Int]) -> Double { row.reduce(bias) { $0 + weights[$1] } }

    mutating func learn(_ row: [Int], label: Double, importance: Double) {
        let error = importance * (1 / (1 + exp(-score(row))) - label)
        bias -= 0.05 * error
        for feature in row {
            let slope = error + 2e-4 * weights[feature]
            squares[feature] += slope * slope
            weights[feature] -= 0.1 * slope / squares[feature].squareRoot()
        }
    }
}

private let plain: [Character: Character] = [
    "4": "a", "@": "a", "а": "a", "3": "e", "е": "e", "1": "i", "!": "i", "і": "i", "|": "i", "0": "o", "о": "o",
    "5": "s", "$": "s", "7": "t", "+": "t", "8": "b", "9": "g", "с": "c", "(": "c",
]

/// FNV-1a, in place of a dictionary of features.
private func place(_ text: String) -> Int {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((value ^ (value >> 29)) % UInt64(places))
}

/// The word's letters: look-alikes put back, doubled letters once. Empty for numbers and prices.
private func normalised(_ word: String) -> String {
    let letters = word.count { $0.isLetter }
    guard letters * 3 >= word.count || word.contains("-") || word.contains(".") else { return "" }
    var text = ""
    for character in word.lowercased() {
        let letter = plain[character] ?? character
        if letter.isLetter, text.last != letter { text.append(letter) }
    }
    return text
}

private func features(of message: String) -> [Int] {
    let words = message.split(separator: " ").map(String.init)
    var names: Set<String> = ["#length\(min(words.count / 4, 5))"]
    var previous = "^"
    for word in words {
        names.formUnion(shapes(of: word))
        let clean = normalised(word)
        if clean.isEmpty { continue }
        names.insert(clean)
        names.insert(previous + " " + clean)
        previous = clean
        let padded = Array("<" + clean + ">")
        for start in 0..<max(0, padded.count - 3) { names.insert("~" + String(padded[start..<(start + 4)])) }
    }
    return names.map(place).sorted()
}

private func shapes(of word: String) -> [String] {
    let digits = word.count { $0.isNumber }
    let capitals = word.count { $0.isUppercase }
    var shapes: [String] = []
    if word.contains("/") || word.hasPrefix("www") { shapes.append("#link") }
    if word.hasPrefix("https") { shapes.append("#safe") }
    if digits >= 4 { shapes.append("#number") }
    if digits > 0, digits < word.count, digits <= 4 { shapes.append("#mixed") }
    if capitals > 1, capitals == word.count { shapes.append("#capitals") }
    if word.unicodeScalars.contains(where: { (0x400..<0x500).contains($0.value) }) { shapes.append("#foreign") }
    if word.dropLast().contains(where: { "!$@+|*_(".contains($0) }) { shapes.append("#marks") }
    if !word.contains("/"), word.dropLast(2).count(where: { ".-_*".contains($0) }) >= 2 { shapes.append("#spaced") }
    if word.contains(where: { "£$€".contains($0) }) { shapes.append("#money") }
    return shapes
}
