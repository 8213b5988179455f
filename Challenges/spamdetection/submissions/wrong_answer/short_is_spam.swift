// Wrong: a rule of thumb that was never checked on the training messages: the shorter, the more like spam.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    unseen.map { -Double($0.count) }
}
