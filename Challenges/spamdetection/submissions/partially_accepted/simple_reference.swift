import Glibc

/// Weak: naive Bayes on words as they stand, the simple reference itself, less its vocabulary: every spelling is another word.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var counts: [String: [Double]] = [:]
    var totals = [0.0, 0.0]
    for (message, label) in zip(messages, labels) {
        for word in message.split(separator: " ") {
            counts[String(word), default: [0, 0]][label] += 1
            totals[label] += 1
        }
    }
    return unseen.map { message in
        var score = 0.0
        for word in message.split(separator: " ") {
            let count = counts[String(word)] ?? [0, 0]
            score += log((count[1] + 1) / (totals[1] + 1)) - log((count[0] + 1) / (totals[0] + 1))
        }
        return score
    }
}
