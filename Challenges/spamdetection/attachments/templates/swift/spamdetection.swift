/// Scores unseen messages: the more a message looks like spam, the higher its score.
///
/// - Parameters:
///   - messages: Training messages as they were sent, words separated by single spaces; some are empty, some occur several times.
///   - labels: For each training message 1 (spam) or 0 (ham, wanted); a few are wrong.
///   - unseen: At least one message to be scored.
/// - Returns: One finite score for each unseen message, in their order. Only the order of the scores counts.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    // Your code here.
    return []
}
