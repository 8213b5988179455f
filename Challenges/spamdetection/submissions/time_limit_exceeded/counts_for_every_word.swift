import Glibc

// Too slow: naive Bayes that counts anew for every word of every unseen message.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    unseen.map { message in
        var score = 0.0
        for word in message.split(separator: " ") {
            var counts = [1.0, 1.0]
            for (other, label) in zip(messages, labels) {
                counts[label] += Double(other.split(separator: " ").count { $0 == word })
            }
            score += log(counts[1] / counts[0])
        }
        return score
    }
}
