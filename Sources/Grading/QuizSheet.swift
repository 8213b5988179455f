import JudgeCore
import Registry

/// A quiz as one attempt asks it: questions and options in an order of their own, under letters. What it shows holds no
/// key; ``judge(_:to:)`` does.
package struct QuizSheet: Sendable {
    /// A question as it is asked.
    package struct Item: Sendable, Equatable {
        /// How it is answered.
        package enum Form: String, Sendable, Codable {
            /// With the letter of one option.
            case choice
            /// With the letters of all options that hold.
            case select
            /// With a number.
            case number
        }

        /// What the package calls it.
        package let id: String
        /// The question in Markdown.
        package let ask: String
        /// How it is answered.
        package let form: Form
        /// What can be chosen, in order; empty where a number is asked for.
        package let options: [Option]
    }

    /// Something that can be chosen.
    package struct Option: Sendable, Equatable {
        /// What it is chosen by: `a`, `b`, …
        package let letter: String
        /// What it says, in Markdown.
        package let text: String
    }

    /// What is said of an answer once it is given.
    package struct Feedback: Sendable, Equatable {
        /// Whether the answer is right.
        package let isRight: Bool
        /// Of each option, in the order of the question's.
        package let options: [Remark]
        /// Of a number.
        package let number: NumberRemark?
    }

    /// What is said of an option.
    package struct Remark: Sendable, Equatable {
        package let letter: String
        package let text: String
        /// Whether it is right to choose it, and whether it was chosen.
        package let isRight: Bool
        package let isChosen: Bool
        /// Why it is right, or wrong, in Markdown.
        package let because: String
    }

    /// What is said of a number.
    package struct NumberRemark: Sendable, Equatable {
        /// The right one, and how far from it an answer may be.
        package let right: Double
        package let tolerance: Double
        /// How the right one comes about.
        package let because: String
        /// What was wrong about the one that was given, where that is known.
        package let mistake: String?
    }

    /// The questions in the order of this attempt.
    package let items: [Item]
    private let questions: [String: (question: Quiz.Question, order: [Int])]

    /// The order that `seed` stands for; the same each time.
    package init(_ quiz: Quiz, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var questions: [String: (question: Quiz.Question, order: [Int])] = [:]
        items = quiz.questions.shuffled(using: &random).map { question in
            let order = Array(question.options.indices).shuffled(using: &random)
            questions[question.id] = (question, order)
            let options = order.enumerated().map { place, index in
                Option(letter: Self.letter(place), text: question.options[index].text)
            }
            return Item(id: question.id, ask: question.ask, form: question.itemForm, options: options)
        }
        self.questions = questions
    }

    /// What is to be said of `answer`: letters as `b` or `a c`, or a number.
    ///
    /// - Throws: `unknown-question`; `bad-answer`, where it is none that the question allows, with what it allows.
    package func judge(_ answer: String, to id: String) throws(JudgeError) -> Feedback {
        guard let (question, order) = questions[id] else {
            throw JudgeError(.usage, "unknown-question", "the quiz has no question '\(id.escapingControls)'")
        }
        switch question.form {
        case .number(let key): return try Self.judge(answer, key)
        case .choice, .select:
            let chosen = try Self.places(in: answer, of: question)
            let remarks = order.enumerated().map { place, index in
                let option = question.options[index]
                return Remark(
                    letter: Self.letter(place), text: option.text, isRight: option.isRight,
                    isChosen: chosen.contains(place), because: option.because)
            }
            return Feedback(isRight: remarks.allSatisfy { $0.isRight == $0.isChosen }, options: remarks, number: nil)
        }
    }

    private static func judge(_ answer: String, _ key: Quiz.Key) throws(JudgeError) -> Feedback {
        let words = answer.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let value = Double(words[0]), value.isFinite else {
            throw badAnswer("a number, such as 0.25")
        }
        // A little more than the tolerance, which decimal numbers meet only up to their rounding.
        func isNear(_ other: Double) -> Bool { abs(value - other) <= key.tolerance + 1e-9 * max(1, abs(other)) }
        let isRight = isNear(key.number)
        let mistake = isRight ? nil : key.mistakes.first { isNear($0.number) }
        return Feedback(
            isRight: isRight, options: [],
            number: NumberRemark(
                right: key.number, tolerance: key.tolerance, because: key.because, mistake: mistake?.because))
    }

    /// The places of the letters in `answer`.
    private static func places(in answer: String, of question: Quiz.Question) throws(JudgeError) -> Set<Int> {
        let letters = answer.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "," }
        let places = letters.map { Int($0.value) - 0x61 }
        let last = Self.letter(question.options.count - 1)
        guard places.allSatisfy(question.options.indices.contains), !places.isEmpty,
            Set(places).count == places.count
        else {
            throw badAnswer(
                question.itemForm == .choice
                    ? "one letter, a to \(last)" : "the letters of all that hold, a to \(last), such as 'a c'")
        }
        if question.itemForm == .choice, places.count > 1 { throw badAnswer("one letter, a to \(last)") }
        return Set(places)
    }

    private static func badAnswer(_ allowed: String) -> JudgeError {
        JudgeError(.usage, "bad-answer", "the answer must be \(allowed)")
    }

    private static func letter(_ place: Int) -> String { String(UnicodeScalar(UInt8(0x61 + place))) }
}

extension Quiz.Question {
    fileprivate var itemForm: QuizSheet.Item.Form {
        switch form {
        case .choice: .choice
        case .select: .select
        case .number: .number
        }
    }
}
