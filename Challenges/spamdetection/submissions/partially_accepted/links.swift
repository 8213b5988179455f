/// Weak: whether there is a link or a long number, and nothing else.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    unseen.map { message in
        let link = message.contains("/") || message.contains("www")
        return (link ? 2 : 0) + (message.count { $0.isNumber } > 3 ? 1 : 0)
    }
}
