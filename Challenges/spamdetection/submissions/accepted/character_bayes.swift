import Glibc

/// Naive Bayes on overlapping pieces of three to five characters, look-alikes put back first.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var counts: [[UInt8]: (Double, Double)] = [:]
    var ham = 0.0
    var spam = 0.0
    for (message, label) in zip(messages, labels) {
        for piece in pieces(message) {
            if label == 1 { counts[piece, default: (0, 0)].1 += 1 } else { counts[piece, default: (0, 0)].0 += 1 }
        }
        if label == 1 { spam += 1 } else { ham += 1 }
    }
    return unseen.map { message in
        var score = 0.0
        for piece in pieces(message) {
            guard let count = counts[piece] else { continue }
            score += log((count.1 + 0.2) / (spam + 0.4)) - log((count.0 + 0.2) / (ham + 0.4))
        }
        return score
    }
}

private let alike: [Character: String] = [
    "а": "a", "е": "e", "о": "o", "с": "c", "і": "i", "@": "a", "$": "s", "!": "i", "0": "o", "1": "i", "3": "e",
    "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "|": "i", "+": "t", "(": "c",
]

private func pieces(_ message: String) -> [[UInt8]] {
    var found: Set<[UInt8]> = []
    for text in [message, normal(message)] {
        let bytes = Array((" " + text + " ").utf8)
        for length in 3...5 where bytes.count >= length {
            for start in 0...(bytes.count - length) { found.insert(Array(bytes[start..<(start + length)])) }
        }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
}

private func normal(_ message: String) -> String {
    var text = ""
    for character in message.lowercased() {
        let plain = alike[character] ?? String(character)
        if plain.first!.isLetter || plain == " " || plain == "/" { text += plain }
    }
    return text
}
