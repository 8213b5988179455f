// Mistake: takes for granted that every message has a first character.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    unseen.map { message in
        Double(message.count { $0.isNumber }) + (message.first!.isUppercase ? 1 : 0)
    }
}
