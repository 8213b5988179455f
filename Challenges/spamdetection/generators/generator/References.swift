import Glibc

/// The area under precision over recall: the mean, over spam messages, of the precision among all that score at least as much.
func averagePrecision(_ scores: [Double], _ truth: [Bool]) -> Double {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    let total = Double(truth.count { $0 })
    var found = 0.0
    var sum = 0.0
    var start = 0
    while start < order.count {
        var end = start
        var here = 0.0
        while end < order.count, scores[order[end]] == scores[order[start]] {
            if truth[order[end]] { here += 1 }
            end += 1
        }
        found += here
        sum += here * found / Double(end)
        start = end
    }
    return sum / total
}

/// The simple reference: multinomial naive Bayes on the words between spaces, as they are.
func simpleScores(_ training: [Message], _ unseen: [Message]) -> [Double] {
    var counts: [String: (ham: Double, spam: Double)] = [:]
    var ham = 0.0
    var spam = 0.0
    for message in training {
        for word in message.text.split(separator: " ") {
            if message.isSpam {
                counts[String(word), default: (0, 0)].spam += 1
            } else {
                counts[String(word), default: (0, 0)].ham += 1
            }
            if message.isSpam { spam += 1 } else { ham += 1 }
        }
    }
    let size = Double(counts.count)
    return unseen.map { message in
        var score = 0.0
        for word in message.text.split(separator: " ") {
            guard let count = counts[String(word)] else { continue }
            score += log((count.spam + 1) / (spam + size)) - log((count.ham + 1) / (ham + size))
        }
        return score
    }
}

/// The tuned reference: logistic regression on normalised words, their pairs, pieces of words and shapes.
enum Tuned {
    private static let size = 1 << 16

    private static let plain: [Character: Character] = [
        "4": "a", "@": "a", "\u{430}": "a", "3": "e", "\u{435}": "e", "1": "i", "!": "i", "\u{456}": "i", "|": "i",
        "0": "o", "\u{43E}": "o", "5": "s", "$": "s", "7": "t", "+": "t", "8": "b", "9": "g", "\u{441}": "c", "(": "c",
    ]

    private static func hash(_ text: String) -> Int {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int((value ^ (value >> 29)) % UInt64(size))
    }

    /// The word's letters, look-alikes put back, doubled letters once; empty for what is mostly digits.
    private static func normalised(_ word: String) -> String {
        let letters = word.count { $0.isLetter }
        guard letters * 3 >= word.count || word.contains("-") || word.contains(".") else { return "" }
        var text = ""
        for character in word.lowercased() {
            let letter = plain[character] ?? character
            if letter.isLetter, text.last != letter { text.append(letter) }
        }
        return text
    }

    static func features(_ text: String) -> [Int] {
        let words = text.split(separator: " ").map(String.init)
        var names: Set<String> = []
        var previous = "^"
        for word in words {
            let digits = word.count { $0.isNumber }
            let capitals = word.count { $0.isUppercase }
            if word.contains("/") || word.hasPrefix("www") { names.insert("#link") }
            if word.hasPrefix("https") { names.insert("#safe") }
            if digits >= 4 { names.insert("#number") }
            if digits > 0, digits < word.count, digits <= 4 { names.insert("#mixed") }
            if capitals > 1, capitals == word.count { names.insert("#capitals") }
            if word.unicodeScalars.contains(where: { $0.value >= 0x400 && $0.value < 0x500 }) {
                names.insert("#foreign")
            }
            let marks = word.dropLast().count { "!$@+|*_(".contains($0) }
            if marks > 0 { names.insert("#marks") }
            if word.dropLast(2).count(where: { ".-_*".contains($0) }) >= 2, !word.contains("/") {
                names.insert("#spaced")
            }
            if word.contains("£") || word.contains("$") || word.contains("€") { names.insert("#money") }
            let clean = normalised(word)
            if clean.isEmpty { continue }
            names.insert(clean)
            names.insert(previous + " " + clean)
            previous = clean
            let padded = Array("<" + clean + ">")
            if padded.count > 4 {
                for start in 0...(padded.count - 4) { names.insert("~" + String(padded[start..<(start + 4)])) }
            }
        }
        names.insert("#length\(min(words.count / 4, 5))")
        return names.map(hash).sorted()
    }

    static func scores(_ training: [Message], _ unseen: [Message]) -> [Double] {
        let rows = training.map { features($0.text) }
        var weights = [Double](repeating: 0, count: size)
        var squares = [Double](repeating: 1e-6, count: size)
        var bias = -1.0
        func score(_ row: [Int]) -> Double { row.reduce(bias) { $0 + weights[$1] } }
        for round in 0..<20 {
            for step in rows.indices {
                // A stride that is prime to nearly all lengths takes the rows in another order each time.
                let index = (step * 7919 + round * 31) % rows.count
                let error = 1 / (1 + exp(-score(rows[index]))) - (training[index].isSpam ? 1 : 0)
                bias -= 0.05 * error
                for feature in rows[index] {
                    let slope = error + 2e-4 * weights[feature]
                    squares[feature] += slope * slope
                    weights[feature] -= 0.1 * slope / squares[feature].squareRoot()
                }
            }
        }
        return unseen.map { score(features($0.text)) }
    }
}
