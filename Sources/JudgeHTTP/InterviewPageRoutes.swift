import Complexity
import Foundation
import HTTPTypes
import Hummingbird
import Interviews
import JudgeCore
import Pages
import Registry
import Storage

/// Mock interviews on pages: submissions go the usual way, and count while the interview lasts.
struct InterviewPageRoutes {
    let server: JudgeServer

    func add(to pages: RouterGroup<JudgeContext>) {
        pages.at("interviews", [.get: list, .post: begin])
        pages.at("interviews/:id", [.get: show])
        pages.at("interviews/:id/predictions", [.post: predict])
        pages.at("interviews/:id/end", [.post: end])
    }

    @Sendable private func list(_ request: Request, context: JudgeContext) async throws -> Response {
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        return .page(try await page(for: user, context).html())
    }

    private func page(for user: User, _ context: JudgeContext, message: String? = nil) async throws -> InterviewsPage {
        let held = try await server.store.interviews(of: user.id, limit: 50)
        let topics = Set(try server.registry.list().filter { $0.form != .quiz }.compactMap(\.interview?.topic))
        return InterviewsPage(
            context: server.page(context),
            topics: InterviewNotes.Topic.allCases.filter(topics.contains).map(\.rawValue), message: message,
            interviews: held.map {
                .init(id: $0.id, startedAt: $0.startedAt.iso8601, minutes: $0.minutes, tasks: $0.tasks)
            })
    }

    @Sendable private func begin(_ request: Request, context: JudgeContext) async throws -> Response {
        let form = try await server.form(request, context)
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        func refused(_ message: String) async throws -> Response {
            .page(try await page(for: user, context, message: message).html(), status: .unprocessableContent)
        }
        guard let minutes = Int(form.text("minutes")), InterviewWish.range.contains(minutes) else {
            let range = InterviewWish.range
            return try await refused("An interview takes \(range.lowerBound) to \(range.upperBound) minutes.")
        }
        guard let level = InterviewWish.Level(rawValue: form.text("level")) else {
            return try await refused("The level is junior or senior.")
        }
        let topic = InterviewNotes.Topic(rawValue: form.text("topic"))
        guard topic != nil || form.text("topic").isEmpty else { return try await refused("There is no such topic.") }
        let progress = try await server.store.progress(of: user.id)
        var random = SystemRandomNumberGenerator()
        do {
            let tasks = try InterviewWish(minutes: minutes, level: level, topic: topic).tasks(
                among: server.registry.list(), solved: Set(progress.filter(\.value).keys), using: &random)
            let interview = InterviewRecord(
                id: UUID().uuidString.lowercased(), userID: user.id, minutes: minutes, tasks: tasks.map(\.slug))
            try await server.store.begin(interview)
            return .redirect(to: "/interviews/\(interview.id)")
        } catch let error as JudgeError where error.code == "no-tasks" {
            return try await refused(error.sentence)
        }
    }

    /// The interview `:id`, which must be the user's own.
    private func interview(_ context: JudgeContext, of user: User) async throws -> InterviewRecord {
        guard let interview = try await server.store.interview(try context.parameters.require("id")),
            interview.userID == user.id
        else { throw Problem(.notFound, "unknown-interview", "There is no such interview of yours.") }
        return interview
    }

    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        return .page(try await page(of: try await interview(context, of: user), context).html())
    }

    private func page(of interview: InterviewRecord, _ context: JudgeContext) async throws -> InterviewPage {
        let now = Timestamp.now
        let left = interview.end > now ? Int((interview.end.milliseconds - now.milliseconds + 59_999) / 60_000) : nil
        var tasks: [InterviewPage.Task] = []
        for slug in interview.tasks {
            let challenge = try? server.registry.challenge(slug)
            let submissions = try await server.store.submissions(of: interview, to: slug)
            let isSolved = submissions.contains { $0.state.verdict == .accepted }
            let predicted = interview.predictions[slug]
            // What has been measured need not be predicted any more.
            let isOpen = predicted == nil && submissions.isEmpty
            tasks.append(
                InterviewPage.Task(
                    slug: slug, name: challenge?.name ?? slug, minutes: challenge?.interview?.minutes,
                    tries: submissions.count, verdict: submissions.last?.state.verdict, isSolved: isSolved,
                    variables: isOpen ? challenge?.growth?.variables.map(\.name) : nil, predicted: predicted,
                    followUps: isSolved ? (challenge?.interview?.followUps ?? []).map { ($0.ask, $0.answer) } : []))
        }
        var page = InterviewPage(
            context: server.page(context), id: interview.id, minutesLeft: left, tasks: tasks)
        if left == nil {
            let card = try await Scorecard.of(interview, store: server.store, registry: server.registry)
            page.scorecard = card.markdown(try server.registry.list())
        }
        return page
    }

    @Sendable private func predict(_ request: Request, context: JudgeContext) async throws -> Response {
        let form = try await server.form(request, context)
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let interview = try await interview(context, of: user)
        let slug = form.text("task")
        guard interview.tasks.contains(slug), interview.end > .now,
            let settings = try server.registry.challenge(slug).growth
        else { throw Problem(.unprocessableContent, "unknown-task", "The interview has no such task any more.") }
        guard try await server.store.submissions(of: interview, to: slug).isEmpty else {
            throw Problem(.conflict, "too-late", "A prediction comes before the first submission.")
        }
        do throws(JudgeError) {
            for name in ["time", "space"] { _ = try Prediction.bound(form.text(name), settings) }
        } catch {
            var page = try await page(of: interview, context)
            page.message = "Your prediction cannot be read, \(error.message)."
            return .page(page.html(), status: .unprocessableContent)
        }
        _ = try await server.store.predict(
            time: form.text("time"), space: form.text("space"), of: slug, in: interview.id)
        return .redirect(to: "/interviews/\(interview.id)")
    }

    @Sendable private func end(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try await server.form(request, context)
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let interview = try await interview(context, of: user)
        try await server.store.endInterview(interview.id)
        return .redirect(to: "/interviews/\(interview.id)")
    }
}
