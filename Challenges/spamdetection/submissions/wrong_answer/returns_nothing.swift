// Wrong: the starter as it is.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    []
}
