// Wrong: the probabilities of words are multiplied, in single precision; those of a long message underflow to 0 in both classes.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var counts: [String: [Float]] = [:]
    var totals: [Float] = [0, 0]
    for (message, label) in zip(messages, labels) {
        for word in message.lowercased().split(separator: " ") {
            counts[String(word), default: [0, 0]][label] += 1
            totals[label] += 1
        }
    }
    let size = Float(counts.count)
    return unseen.map { message in
        var spam: Float = 0.5
        var ham: Float = 0.5
        for word in message.lowercased().split(separator: " ") {
            let count = counts[String(word)] ?? [0, 0]
            spam *= (count[1] + 1) / (totals[1] + size)
            ham *= (count[0] + 1) / (totals[0] + size)
        }
        return Double(spam / (spam + ham))
    }
}
