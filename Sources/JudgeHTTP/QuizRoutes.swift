import Grading
import HTTPTypes
import Hummingbird
import Registry
import Storage

/// Going through a quiz by the API.
struct QuizRoutes {
    let server: JudgeServer

    func add(to api: RouterGroup<JudgeContext>) {
        api.at("quizzes/:slug/attempts", [.post: begin])
        api.at("quiz-attempts/:id", [.get: show])
        api.at("quiz-attempts/:id/answers", [.post: answer])
    }

    private struct View: Encodable {
        struct Question: Encodable {
            struct Option: Encodable {
                let letter: String
                let text: String
            }
            let id: String
            let ask: String
            let form: QuizSheet.Item.Form
            let options: [Option]
            /// Only once it is answered.
            let feedback: Feedback?
        }
        let id: String
        let quiz: String
        let total: Int
        let answered: Int
        let right: Int
        let questions: [Question]
    }

    private struct Feedback: Encodable {
        struct Remark: Encodable {
            let letter: String
            let is_right: Bool
            let is_chosen: Bool
            let because: String
        }
        struct Number: Encodable {
            let right: Double
            let tolerance: Double
            let because: String
            let mistake: String?
        }
        let question: String
        let answer: String
        let is_right: Bool
        let options: [Remark]
        let number: Number?

        init(_ feedback: QuizSheet.Feedback, question: String, answer: String) {
            self.question = question
            self.answer = answer
            is_right = feedback.isRight
            options = feedback.options.map {
                Remark(letter: $0.letter, is_right: $0.isRight, is_chosen: $0.isChosen, because: $0.because)
            }
            number = feedback.number.map {
                Number(right: $0.right, tolerance: $0.tolerance, because: $0.because, mistake: $0.mistake)
            }
        }
    }

    @Sendable private func begin(_ request: Request, context: JudgeContext) async throws -> Response {
        let attempt = try await server.beginQuiz(context, user: try context.member())
        let quiz = try server.quiz(context).quiz
        var response = Response.json(view(attempt, QuizSheet(quiz, seed: attempt.seed)), status: .created)
        response.headers[.location] = "/api/v1/quiz-attempts/\(attempt.id)"
        return response
    }

    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        let (attempt, _, sheet) = try await server.quizAttempt(context, of: try context.member())
        return .json(view(attempt, sheet))
    }

    @Sendable private func answer(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Answer: Decodable {
            let question: String
            let answer: String
        }
        let user = try context.member()
        let (attempt, _, sheet) = try await server.quizAttempt(context, of: user)
        let given = try await Body.json(Answer.self, of: request)
        let (_, feedback) = try await server.answer(given.answer, to: given.question, in: attempt, sheet)
        return .json(Feedback(feedback, question: given.question, answer: given.answer), status: .created)
    }

    private func view(_ attempt: QuizAttempt, _ sheet: QuizSheet) -> View {
        View(
            id: attempt.id, quiz: attempt.quiz, total: attempt.total, answered: attempt.answers.count,
            right: attempt.right,
            questions: sheet.items.map { item in
                let given = attempt.answers.first { $0.question == item.id }
                let feedback = given.flatMap { given in
                    (try? sheet.judge(given.answer, to: item.id)).map {
                        Feedback($0, question: item.id, answer: given.answer)
                    }
                }
                return View.Question(
                    id: item.id, ask: item.ask, form: item.form,
                    options: item.options.map { .init(letter: $0.letter, text: $0.text) }, feedback: feedback)
            })
    }
}
