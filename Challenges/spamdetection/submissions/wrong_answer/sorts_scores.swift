import Glibc

// Wrong: the scores are sorted, as if a ranking were asked for.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var counts: [String: [Double]] = [:]
    var totals = [0.0, 0.0]
    for (message, label) in zip(messages, labels) {
        for word in message.lowercased().split(separator: " ") {
            counts[String(word), default: [0, 0]][label] += 1
            totals[label] += 1
        }
    }
    let size = Double(counts.count)
    func score(_ message: String) -> Double {
        var score = 0.0
        for word in message.lowercased().split(separator: " ") {
            guard let count = counts[String(word)] else { continue }
            score += log((count[1] + 1) / (totals[1] + size)) - log((count[0] + 1) / (totals[0] + size))
        }
        return score
    }
    return unseen.map(score).sorted(by: >)
}
