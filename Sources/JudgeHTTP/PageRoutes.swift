import Complexity
import Foundation
import Grading
import HTTPTypes
import Hummingbird
import JudgeCore
import JudgeService
import Pages
import Registry
import Reporting
import Storage

/// The pages for people: what the API does, for browsers. Who signs in gets a session; each form bears a key that only a
/// page of this session knows.
struct PageRoutes {
    let server: JudgeServer

    func add(to pages: RouterGroup<JudgeContext>) {
        pages.at("", [.get: challenges])
        pages.at("challenges/:slug", [.get: challenge])
        pages.at("challenges/:slug/starter", [.get: starter])
        pages.at("challenges/:slug/submissions", [.post: submit])
        pages.at("submissions", [.get: history])
        pages.at("submissions/:id", [.get: submission])
        pages.at("submissions/:id/events", [.get: events])
        pages.at("submissions/:id/rejudge", [.post: rejudge])
        pages.at("leaderboard", [.get: leaderboard])
        QuizPageRoutes(server: server).add(to: pages)
        InterviewPageRoutes(server: server).add(to: pages)
        WebhookPageRoutes(server: server).add(to: pages)
        SignInRoutes(server: server).add(to: pages)
    }

    // MARK: Challenges

    @Sendable private func challenges(_ request: Request, context: JudgeContext) async throws -> Response {
        let progress = try await context.user.asyncMap { try await server.store.progress(of: $0.id) } ?? [:]
        let entries = try server.registry.list().filter { $0.problem == nil }.map { entry in
            ChallengeListPage.Entry(
                slug: entry.slug, name: entry.name, form: entry.form == .coding ? nil : entry.form.rawValue,
                level: entry.difficulty?.rawValue,
                topics: entry.topics, minutes: entry.interview?.minutes,
                followUps: entry.interview?.questions ?? [],
                standing: Self.standing(progress[entry.slug]))
        }
        return .page(ChallengeListPage(context: server.page(context), challenges: entries).html())
    }

    @Sendable private func challenge(_ request: Request, context: JudgeContext) async throws -> Response {
        let challenge = try server.challenge(context)
        if challenge.form == .quiz { return .redirect(to: "/quizzes/\(challenge.slug)") }
        return .page(try await page(of: challenge, context).html())
    }

    @Sendable private func starter(_ request: Request, context: JudgeContext) async throws -> Response {
        try server.starter(of: server.challenge(context))
    }

    @Sendable private func submit(_ request: Request, context: JudgeContext) async throws -> Response {
        let form = try await server.form(request, context)
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let challenge = try server.challenge(context)
        // A chosen file comes before what stands in the field; an empty choice is a file of nothing.
        let file = form["file"].flatMap { $0.bytes.isEmpty ? nil : $0 }
        let source = file?.bytes ?? Self.unixLines(form["source"]?.bytes ?? [])
        let once = form.text("once")
        do {
            let wish = try SubmissionRequest(
                challenge: challenge.slug, file: SubmissionRequest.ownName(file?.file), source: source,
                registry: server.registry)
            let record = try await enqueue(wish, user, once: once)
            return .redirect(to: "/submissions/\(record.id)")
        } catch {
            // What was typed must not be lost over a mistake.
            let problem = Problem(error)
            guard problem.status.code < 500 else { throw error }
            var page = try await page(of: challenge, context)
            page.once = once
            page.draft = String(untrusted: source, limit: 1 << 20)
            page.message = problem.detail
            var response = Response.page(page.html(), status: problem.status)
            for field in problem.headers { response.headers.append(field) }
            return response
        }
    }

    /// The same form sent twice is one submission; another text sent with it, after going back, is another one.
    private func enqueue(_ wish: SubmissionRequest, _ user: User, once: String) async throws -> SubmissionRecord {
        guard UUID(uuidString: once) != nil else { return try await server.enqueue(wish, user: user, key: nil).0 }
        do {
            return try await server.enqueue(wish, user: user, key: "form-\(once)").0
        } catch let problem as Problem where problem.status == .conflict {
            return try await server.enqueue(wish, user: user, key: nil).0
        }
    }

    private func page(of challenge: Challenge, _ context: JudgeContext) async throws -> ChallengePage {
        let metadata = challenge.metadata
        let solved =
            try await context.user.asyncMap { try await server.store.progress(of: $0.id)[challenge.slug] } ?? nil
        let standing = Self.standing(solved)
        var page = ChallengePage(
            context: server.page(context), slug: challenge.slug, name: challenge.name,
            level: metadata.difficulty?.rawValue,
            topics: metadata.topics, minutes: challenge.interview?.minutes,
            followUps: (challenge.interview?.followUps ?? []).map {
                .init(question: $0.ask, answer: standing == .solved ? $0.answer : nil)
            }, standing: standing,
            statement: challenge.statement()?.text ?? "",
            samples: challenge.sampleTexts().map {
                MarkdownText.Sample(name: $0.name, input: $0.input, answer: $0.answer)
            },
            limits: server.limits(of: challenge), timeBound: challenge.growth?.time.text,
            spaceBound: challenge.growth?.space.text, starter: try challenge.starter(), once: UUID().uuidString)
        guard let user = context.user else { return page }
        let filter = Store.Filter(owner: .user(user.id), challenge: challenge.slug)
        page.submissions = try await server.store.submissions(filter, limit: 5).map {
            row($0, [challenge.slug: challenge.name])
        }
        if standing == .solved { page.editorial = challenge.solution()?.text }
        return page
    }

    // MARK: Submissions

    @Sendable private func history(_ request: Request, context: JudgeContext) async throws -> Response {
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let before = request.uri.queryParameters["before"].flatMap { Int64($0) }
        let size = 25
        let filter = Store.Filter(owner: .user(user.id))
        let records = try await server.store.submissions(filter, before: before, limit: size + 1)
        let shown = records.prefix(size)
        let names = Dictionary(uniqueKeysWithValues: try server.registry.list().map { ($0.slug, $0.name) })
        let older = records.count > size ? shown.last.map { "/submissions?before=\($0.number)" } : nil
        return .page(
            HistoryPage(context: server.page(context), submissions: shown.map { row($0, names) }, older: older).html())
    }

    @Sendable private func submission(_ request: Request, context: JudgeContext) async throws -> Response {
        guard let user = context.user else { return .redirect(to: "/sign-in") }
        let record = try await server.submission(context, for: user)
        let challenge = try? server.registry.challenge(record.challenge)
        let source = try await server.store.source(of: record.number)
        let limits = challenge.map { server.limits(of: $0) } ?? .unknown
        var page = SubmissionPage(
            context: server.page(context), id: record.id, challenge: record.challenge,
            challengeName: challenge?.name ?? record.challenge, file: record.file,
            author: record.userID == user.id ? nil : record.user, submittedAt: record.submittedAt.iso8601,
            limits: limits, stage: try await stage(of: record, for: user),
            source: source.map { String(untrusted: $0, limit: 1 << 20) }, mayRejudge: user.role == .admin)
        if case .graded(let report) = page.stage { page.limits = report.limits ?? limits }
        return .page(page.html())
    }

    @Sendable private func rejudge(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try await server.form(request, context)
        let record = try await server.submission(context, for: try context.admin())
        _ = try await server.rejudge(record)
        return .redirect(to: "/submissions/\(record.id)")
    }

    /// What the page listens to: the line that tells how far it is, and `done` when there is more to see.
    @Sendable private func events(_ request: Request, context: JudgeContext) async throws -> Response {
        guard let user = context.user else { throw Problem.unauthorized }
        let record = try await server.submission(context, for: user)
        return server.eventStream(for: user) { writer in
            var last = ""
            try await server.follow(record.id, upTo: nil) { _ in
                guard let now = try await server.store.submission(record.id) else { return false }
                guard !now.state.isTerminal else {
                    try await writer.write(ByteBuffer(string: "event: done\ndata: \n\n"))
                    return false
                }
                let line = SubmissionPage.statusLine(of: try await stage(of: now, for: user))
                let text = line == last ? ": still here\n\n" : "event: status\ndata: \(line)\n\n"
                last = line
                try await writer.write(ByteBuffer(string: text))
                return true
            }
        }
    }

    private func stage(of record: SubmissionRecord, for user: User) async throws -> SubmissionPage.Stage {
        switch record.state.phase {
        case .queued: return .waiting(ahead: try await server.store.ahead(of: record))
        case .compiling, .running, .measuring: return .grading(record.state.phase, server.board.latest(record.id))
        case .failed: return .failed(server.reason(of: record, for: user) ?? "")
        case .graded:
            guard let json = try await server.store.report(of: record.number) else {
                return .archived(record.state.verdict ?? .judgeError)
            }
            return .graded(try JSONReport.read(Data(json.utf8)))
        }
    }

    // MARK: Leaderboard

    @Sendable private func leaderboard(_ request: Request, context: JudgeContext) async throws -> Response {
        if !server.configuration.leaderboardIsPublic, context.user == nil { return .redirect(to: "/sign-in") }
        let query = request.uri.queryParameters
        // A form sends also what was left empty.
        let slug = query["challenge"].flatMap { $0.isEmpty ? nil : String($0) }
        let group = query["group"].flatMap { $0.isEmpty ? nil : String($0) }
        let standings = try await server.store.leaderboard(challenge: slug, group: group)
        let challenges = try server.registry.list().filter { $0.problem == nil }.map {
            LeaderboardPage.Choice(value: $0.slug, name: $0.name)
        }
        let challenge = try slug.map { slug in
            LeaderboardPage.Choice(value: slug, name: try server.registry.challenge(slug).name)
        }
        let groups = try await context.user.asyncMap { user in
            try await server.store.groups(of: user.role == .admin ? nil : user.id)
        }
        return .page(
            LeaderboardPage(
                context: server.page(context),
                entries: standings.enumerated().map { index, standing in
                    LeaderboardPage.Entry(
                        place: index + 1, user: standing.user, solved: standing.solved, work: standing.work,
                        memory: standing.space)
                }, challenge: challenge, group: group.map { LeaderboardPage.Choice(value: $0, name: $0) },
                challenges: challenges,
                groups: (groups ?? []).map { LeaderboardPage.Choice(value: $0.name, name: $0.name) }
            ).html())
    }

    // MARK: Steps

    /// - Parameter names: of the challenges, by their slugs.
    private func row(_ record: SubmissionRecord, _ names: [String: String]) -> SubmissionRow {
        SubmissionRow(
            id: record.id, challenge: record.challenge, challengeName: names[record.challenge] ?? record.challenge,
            submittedAt: record.submittedAt.iso8601, phase: record.state.phase, verdict: record.state.verdict)
    }

    private static func standing(_ solved: Bool?) -> Pages.Standing {
        solved.map { $0 ? .solved : .tried } ?? .untouched
    }

    /// What a browser's text field sends, with the line ends that it had before.
    private static func unixLines(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").utf8)
    }
}

extension Limits {
    /// For a package that is gone.
    fileprivate static let unknown = Limits(cpuSeconds: 0, memoryBytes: 0, outputBytes: 0, codeBytes: 0)
}

extension JudgeServer {
    /// What pages know of their reader.
    func page(_ context: JudgeContext) -> PageContext {
        PageContext(
            userName: context.user?.name, isAdmin: context.user?.role == .admin,
            csrf: context.secret?.formKey() ?? "", version: configuration.version)
    }

    /// The limits of a challenge's cases, as far as the package says them.
    func limits(of challenge: Challenge) -> Limits {
        let limits = challenge.limits
        return limits.explicitLimits
            ?? Limits(
                cpuSeconds: 0, memoryBytes: limits.memory << 20, outputBytes: limits.output << 20,
                codeBytes: limits.code << 10)
    }

    /// The fields of a form, which must come from a page of this session.
    ///
    /// - Throws: `Problem` 403 where they do not.
    func form(_ request: Request, _ context: JudgeContext) async throws -> Form {
        guard let secret = context.secret else { throw Problem.staleForm }
        let form = try await Form(request, limit: 1 << 20)
        guard isSame(form.text("csrf"), secret.formKey()) else { throw Problem.staleForm }
        return form
    }
}
