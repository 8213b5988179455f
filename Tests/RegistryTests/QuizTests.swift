import Support
import Testing

@testable import Registry

/// `quiz.yaml`, read and checked.
@Suite struct QuizTests {
    private static let problem =
        TemporaryRegistry.problem.replacing("limits:\n  time_limit: 1.0\n", with: "")
        + "type: submit-answer\n"

    private static let whole = """
        questions:
          - id: one
            ask: Which one?
            choice:
              - {text: This, right: true, because: It is.}
              - {text: That, because: It is not.}
          - id: some
            ask: Which of them?
            select:
              - {text: A, right: true, because: Yes.}
              - {text: B, right: true, because: Yes.}
              - {text: C, because: No.}
          - id: how-many
            ask: How many?
            number: 2.5
            tolerance: 0.1
            because: By counting.
            mistakes:
              - {number: 5, because: Counted twice.}

        """

    /// A package that is a quiz and nothing else.
    private func registry(_ quiz: String, problem: String = QuizTests.problem) throws -> TemporaryRegistry {
        var files: [String: String?] = TemporaryRegistry.files("sum").mapValues { _ in nil }
        files["problem.yaml"] = problem
        files["statement/problem.en.md"] = "Two questions.\n"
        files["quiz.yaml"] = quiz
        return try TemporaryRegistry(files)
    }

    @Test func aFullFileIsReadAndIsAQuizWithoutCasesOrPrograms() throws {
        let registry = try registry(Self.whole)
        #expect(try registry.problems() == [])
        let challenge = try registry.challenge()
        let quiz = try #require(challenge.quiz)
        #expect(challenge.form == .quiz && quiz.questions.map(\.id) == ["one", "some", "how-many"])
        #expect(quiz.questions[0].options.map(\.isRight) == [true, false])
        #expect(
            quiz.questions[2].form
                == .number(
                    .init(
                        number: 2.5, tolerance: 0.1, because: "By counting.",
                        mistakes: [.init(number: 5, because: "Counted twice.")])))
        #expect(try registry.registry.list().first?.form == .quiz)
    }

    @Test(arguments: [
        ("right: true, because: It is.", "because: It is.", "must have one option with 'right: true', but has 0"),
        ("because: It is not.", "right: true, because: So.", "must have one option with 'right: true', but has 2"),
        ("{text: C, because: No.}", "{text: C, right: true, because: No.}", "and one without"),
        ("- {text: That, because: It is not.}\n", "\n", "has 1 options; there must be 2 to 8"),
        (", because: It is not.", "", "choice[1].because: is missing"),
        ("number: 2.5", "number: many", "must be a number"),
        ("    tolerance: 0.1\n", "", "tolerance: is missing"),
        ("tolerance: 0.1", "tolerance: -1", "must be a number of at least 0"),
        ("{number: 5,", "{number: 2.55,", "nobody can make it"),
        ("id: some", "id: one", "there is another question 'one'"),
        ("id: some", "id: Some", "lowercase letters, digits and hyphens"),
        ("select:", "selects:", "did you mean 'select'"),
        ("    number: 2.5\n", "", "must have one of 'choice', 'select' and 'number'"),
        ("ask: Which one?", "ask: Which one?\n    tolerance: 1", "is only for questions of a number"),
    ]) func eachMistakeIsAnsweredByItsLine(old: String, new: String, message: String) throws {
        let found = try registry(Self.whole.replacing(old, with: new)).problems()
        #expect(found.contains { $0.contains("quiz.yaml:") && $0.contains(message) }, "\(found)")
    }

    @Test func theTypeAndTheFileBelongTogether() throws {
        let without = try TemporaryRegistry.problems(metadata: "type: submit-answer\n")
        #expect(without.contains { $0.contains("supported as quizzes only") }, "\(without)")
        let plain = Self.problem.replacing("type: submit-answer\n", with: "")
        let other = try registry(Self.whole, problem: plain).problems()
        #expect(other.contains { $0.contains("type: must be submit-answer") }, "\(other)")
    }

    @Test func theCatalogueHasSixQuizzesOfTenQuestionsEachInEveryForm() throws {
        let registry = Registry(root: Checkout.challenges)
        let quizzes = try registry.list().filter { $0.form == .quiz }.map { try registry.challenge($0.slug) }
        #expect(quizzes.count >= 6)
        for challenge in quizzes {
            let questions = try #require(challenge.quiz).questions
            #expect(questions.count >= 10, "\(challenge.slug)")
            let forms = Set(
                questions.map { question in
                    switch question.form {
                    case .choice: "choice"
                    case .select: "select"
                    case .number: "number"
                    }
                })
            #expect(forms.count == 3, "\(challenge.slug)")
            for question in questions {
                // Whoever knows nothing must not find the right one by its length.
                let options = question.options
                let right = options.filter(\.isRight).map(\.text.count).min() ?? 0
                guard let wrong = options.filter({ !$0.isRight }).map(\.text.count).max() else { continue }
                #expect(right <= wrong * 3 / 2, "\(challenge.slug): \(question.id)")
            }
        }
    }
}
