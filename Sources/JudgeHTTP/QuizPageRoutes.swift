import Foundation
import Grading
import HTTPTypes
import Hummingbird
import JudgeCore
import Pages
import Registry
import Reporting
import Storage

/// Quizzes on pages: one question at a time, the answer explained before the next.
struct QuizPageRoutes {
    let server: JudgeServer

    func add(to pages: RouterGroup<JudgeContext>) {
        pages.at("quizzes/:slug", [.get: intro])
        pages.at("quizzes/:slug/attempts", [.post: begin])
        pages.at("quiz-attempts/:id", [.get: show])
        pages.at("quiz-attempts/:id/answers", [.post: answer])
    }

    @Sendable private func intro(_ request: Request, context: JudgeContext) async throws -> Response {
        let (challenge, quiz) = try server.quiz(context)
        var page = QuizPage(
            context: server.page(context), slug: challenge.slug, name: challenge.name,
            level: challenge.metadata.difficulty?.rawValue, minutes: challenge.interview?.minutes,
            total: quiz.questions.count, statement: challenge.statement()?.text ?? "")
        if let user = context.user {
            page.standing = try await server.store.quizStandings(of: user.id)[challenge.slug].map {
                ($0.attempts, $0.best)
            }
            page.open = try await server.store.openQuizAttempt(at: challenge.slug, of: user.id)?.id
        }
        return .page(page.html())
    }

    @Sendable private func begin(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try await server.form(request, context)
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let attempt = try await server.beginQuiz(context, user: user)
        return .redirect(to: "/quiz-attempts/\(attempt.id)")
    }

    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let (attempt, challenge, sheet) = try await server.quizAttempt(context, of: user)
        return .page(page(attempt, challenge, sheet, context).html())
    }

    @Sendable private func answer(_ request: Request, context: JudgeContext) async throws -> Response {
        let form = try await server.form(request, context)
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let (attempt, challenge, sheet) = try await server.quizAttempt(context, of: user)
        let question = form.text("question")
        let answer = form.texts("answer").joined(separator: " ")
        do {
            let (now, _) = try await server.answer(answer, to: question, in: attempt, sheet)
            return .page(page(now, challenge, sheet, context, explaining: question).html())
        } catch let problem as Problem where problem.code == "already-answered" {
            // Sent twice: the answer that counts is the first.
            return .page(page(attempt, challenge, sheet, context, explaining: question).html())
        } catch let error as JudgeError where error.code == "bad-answer" {
            var page = page(attempt, challenge, sheet, context)
            page.message = error.sentence
            return .page(page.html(), status: .unprocessableContent)
        }
    }

    /// - Parameter question: the one whose answer is explained; the others are then left for later.
    private func page(
        _ attempt: QuizAttempt, _ challenge: Challenge, _ sheet: QuizSheet, _ context: JudgeContext,
        explaining question: String? = nil
    ) -> QuizAttemptPage {
        var page = QuizAttemptPage(
            context: server.page(context), id: attempt.id, slug: challenge.slug, name: challenge.name,
            total: attempt.total, answered: attempt.answers.count, right: attempt.right)
        let answers = Dictionary(attempt.answers.map { ($0.question, $0.answer) }) { first, _ in first }
        for (index, item) in sheet.items.enumerated() {
            let isShown = question.map { $0 == item.id } ?? attempt.isComplete
            if let answer = answers[item.id], isShown, let feedback = try? sheet.judge(answer, to: item.id) {
                page.explained.append(explained(item, number: index + 1, answer, feedback))
            }
            if question == nil, answers[item.id] == nil, page.question == nil {
                page.question = .init(
                    id: item.id, number: index + 1, ask: item.ask, form: item.form.ofPages,
                    options: item.options.map { ($0.letter, $0.text) })
            }
        }
        return page
    }

    private func explained(
        _ item: QuizSheet.Item, number: Int, _ answer: String, _ feedback: QuizSheet.Feedback
    ) -> QuizAttemptPage.Explained {
        typealias Remark = QuizAttemptPage.Explained.Remark
        var remarks = feedback.options.map {
            Remark(text: $0.text, isRight: $0.isRight, isChosen: $0.isChosen, because: $0.because)
        }
        if let key = feedback.number {
            let margin = key.tolerance > 0 ? " (within \(Figures.metric(key.tolerance)))" : ""
            if !feedback.isRight {
                remarks.append(Remark(text: answer, isRight: false, isChosen: true, because: key.mistake ?? ""))
            }
            remarks.append(
                Remark(
                    text: Figures.metric(key.right) + margin, isRight: true, isChosen: feedback.isRight,
                    because: key.because))
        }
        return .init(number: number, ask: item.ask, isRight: feedback.isRight, remarks: remarks)
    }
}

extension QuizSheet.Item.Form {
    fileprivate var ofPages: QuizAttemptPage.Question.Form {
        switch self {
        case .choice: .choice
        case .select: .select
        case .number: .number
        }
    }
}
