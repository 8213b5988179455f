import Glibc

// Mistake: takes for granted that every word was seen in training.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    var counts: [Substring: [Double]] = [:]
    for (message, label) in zip(messages, labels) {
        for word in message.split(separator: " ") { counts[word, default: [1, 1]][label] += 1 }
    }
    return unseen.map { message in
        message.split(separator: " ").reduce(0) { $0 + log(counts[$1]![1] / counts[$1]![0]) }
    }
}
