import Foundation

/// Multinomial naive Bayes on lower-case words without punctuation, and on a few shapes.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var counts: [[String: Double]] = [[:], [:]]
    var totals = [0.0, 0.0]
    for (message, label) in zip(messages, labels) {
        for token in tokens(message) {
            counts[label][token, default: 0] += 1
            totals[label] += 1
        }
    }
    let size = Double(Set(counts[0].keys).union(counts[1].keys).count)
    return unseen.map { message in
        tokens(message).reduce(0.0) { sum, token in
            let spam = counts[1][token] ?? 0
            let ham = counts[0][token] ?? 0
            if spam + ham == 0 { return sum }
            return sum + log((spam + 1) / (totals[1] + size)) - log((ham + 1) / (totals[0] + size))
        }
    }
}

private func tokens(_ message: String) -> [String] {
    message.split(separator: " ").flatMap { word -> [String] in
        let digits = word.count { $0.isNumber }
        var tokens: [String] = []
        if word.contains("/") || word.contains(".") && word.last != "." { tokens.append("LINK") }
        if digits > 3 { tokens.append("NUMBER") }
        if digits > 0, digits < word.count { tokens.append("MIXED") }
        if word.contains("£") || word.contains("$") || word.contains("€") { tokens.append("PRICE") }
        if word.count > 1, word == word.uppercased()[...], digits == 0 { tokens.append("SHOUT") }
        let letters = word.lowercased().filter { $0.isLetter }
        if !letters.isEmpty { tokens.append(letters) }
        return tokens
    }
}
