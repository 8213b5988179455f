extension Challenge {
    /// What a challenge asks for.
    package enum Form: String, Sendable, CaseIterable, Codable {
        /// A function or a program, judged by cases and by growth.
        case coding
        /// That the mistakes in the starter be found.
        case debugging
        /// Predictions, which earn points by their quality.
        case applied
        /// Answers to questions.
        case quiz

        init(isQuiz: Bool, isDebugging: Bool, isScoring: Bool) {
            self = isQuiz ? .quiz : isDebugging ? .debugging : isScoring ? .applied : .coding
        }
    }
}
