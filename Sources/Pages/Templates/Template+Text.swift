extension Template {
    /// The template as Mustache reads it.
    var text: String {
        switch self {
        case .layout: Self.layoutText
        case .challengeList: Self.challengeListText
        case .challenge: Self.challengeText
        case .submission: Self.submissionText
        case .waiting: Self.waitingText
        case .report: Self.reportText
        case .history: Self.historyText
        case .submissions: Self.submissionsText
        case .leaderboard: Self.leaderboardText
        case .webhooks: Self.webhooksText
        case .quiz: Self.quizText
        case .quizAttempt: Self.quizAttemptText
        case .interviews: Self.interviewsText
        case .interview: Self.interviewText
        case .signIn: Self.signInText
        case .error: Self.errorText
        case .document: Self.documentText
        case .similarity: Self.similarityText
        case .sample: Self.sampleText
        }
    }
}
