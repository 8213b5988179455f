// Wrong: everything is ham, the most frequent label.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    unseen.map { _ in 0 }
}
