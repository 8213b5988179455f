/// Questions with their key and with what is said of each answer afterwards: `quiz.yaml`.
package struct Quiz: Sendable, Equatable {
    /// The questions in the package's order.
    package var questions: [Question]

    /// One question.
    package struct Question: Sendable, Equatable {
        /// What it is called in the package, in the log of attempts and in the API.
        package var id: String
        /// The question in Markdown.
        package var ask: String
        /// How it is answered.
        package var form: Form
    }

    /// How a question is answered, and what is right.
    package enum Form: Sendable, Equatable {
        /// By the one option that is right.
        case choice([Option])
        /// By all options that are right, and no other.
        case select([Option])
        /// By a number.
        case number(Key)
    }

    /// Something that can be chosen.
    package struct Option: Sendable, Equatable {
        /// What it says, in Markdown.
        package var text: String
        /// Whether it is right.
        package var isRight: Bool
        /// Why it is right, or wrong.
        package var because: String
    }

    /// The key of a question that is answered by a number.
    package struct Key: Sendable, Equatable {
        /// The right number.
        package var number: Double
        /// How far from it an answer may be.
        package var tolerance: Double
        /// How it comes about.
        package var because: String
        /// Numbers that people arrive at, and why those are wrong.
        package var mistakes: [Mistake]
    }

    /// A number that people arrive at.
    package struct Mistake: Sendable, Equatable {
        /// The number.
        package var number: Double
        /// Why it is wrong.
        package var because: String
    }
}

extension Quiz.Question {
    /// What can be chosen; empty where a number is asked for.
    package var options: [Quiz.Option] {
        switch form {
        case .choice(let options), .select(let options): options
        case .number: []
        }
    }
}
