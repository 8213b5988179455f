// Wrong: the mean score is appended.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    let scores = unseen.map { Double($0.count { $0.isNumber }) }
    return scores + [scores.reduce(0, +) / Double(scores.count)]
}
