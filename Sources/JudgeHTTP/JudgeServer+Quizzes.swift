import Foundation
import Grading
import Hummingbird
import JudgeCore
import Registry
import Storage

/// Quizzes, the same for the API and the pages. The key of a question is told when it is answered, and not before.
extension JudgeServer {
    /// The quiz `:slug`.
    func quiz(_ context: JudgeContext) throws -> (challenge: Challenge, quiz: Quiz) {
        let challenge = try challenge(context)
        guard let quiz = challenge.quiz else {
            throw Problem(.notFound, "no-quiz", "This challenge is no quiz.")
        }
        return (challenge, quiz)
    }

    /// A new attempt of `user` at the quiz `:slug`.
    func beginQuiz(_ context: JudgeContext, user: User) async throws -> QuizAttempt {
        let (challenge, quiz) = try quiz(context)
        let attempt = QuizAttempt(
            id: UUID().uuidString.lowercased(), userID: user.id, quiz: challenge.slug,
            seed: UInt64.random(in: .min ... .max), total: quiz.questions.count)
        try await store.begin(attempt)
        return attempt
    }

    /// The attempt `:id`, which must be the user's own, with the quiz in its order.
    func quizAttempt(_ context: JudgeContext, of user: User) async throws -> (QuizAttempt, Challenge, QuizSheet) {
        guard let attempt = try await store.quizAttempt(try context.parameters.require("id")),
            attempt.userID == user.id
        else { throw Problem(.notFound, "unknown-attempt", "There is no such attempt of yours.") }
        let challenge = try registry.challenge(attempt.quiz)
        guard let quiz = challenge.quiz else { throw Problem.notFound }
        return (attempt, challenge, QuizSheet(quiz, seed: attempt.seed))
    }

    /// Judges an answer and keeps it.
    ///
    /// - Throws: `Problem` 422 where the question does not allow it, 409 where it is answered already.
    func answer(_ answer: String, to question: String, in attempt: QuizAttempt, _ sheet: QuizSheet) async throws
        -> (attempt: QuizAttempt, feedback: QuizSheet.Feedback)
    {
        let feedback = try sheet.judge(answer, to: question)
        do {
            let given = QuizAnswer(question: question, answer: answer, isRight: feedback.isRight)
            return (try await store.answer(given, in: attempt.id), feedback)
        } catch let error as JudgeError where error.code == "already-answered" {
            throw Problem(.conflict, error.code, error.message)
        }
    }
}
