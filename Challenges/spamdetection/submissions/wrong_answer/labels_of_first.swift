// Wrong: the training labels are returned, cut to the number of unseen messages.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    labels.prefix(unseen.count).map(Double.init)
}
