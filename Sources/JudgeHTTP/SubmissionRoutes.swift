import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import JudgeCore
import JudgeService
import Pages
import Reporting
import Storage

/// Sending submissions and hearing of them.
struct SubmissionRoutes {
    let server: JudgeServer

    func add(to api: RouterGroup<JudgeContext>) {
        let group = api.group("submissions")
        group.at("", [.post: submit, .get: list])
        group.at(":id", [.get: show])
        group.at(":id/events", [.get: events])
        group.at(":id/report", [.get: report])
        group.at(":id/source", [.get: source])
        group.at(":id/rejudge", [.post: rejudge])
    }

    // MARK: In

    @Sendable private func submit(_ request: Request, context: JudgeContext) async throws -> Response {
        let user = try context.member()
        let key = request.headers[.idempotencyKey]
        if let key, !(1...255).contains(key.utf8.count) || !key.utf8.allSatisfy({ (33...126).contains($0) }) {
            throw Problem.badRequest("bad-idempotency-key", "An Idempotency-Key is 1 to 255 visible ASCII characters.")
        }
        // A source may be 6 times as long in JSON, where each byte is an escape.
        let wish = try await SubmissionRequest.api(request, registry: server.registry, limit: 4 << 20)
        let (record, isNew) = try await server.enqueue(wish, user: user, key: key)
        var response = Response.json(try await view(record, user), status: isNew ? .accepted : .ok)
        response.headers[.location] = "/api/v1/submissions/\(record.id)"
        return response
    }

    @Sendable private func rejudge(_ request: Request, context: JudgeContext) async throws -> Response {
        let admin = try context.admin()
        let queued = try await server.rejudge(try await find(context))
        return .json(try await view(queued, admin), status: .accepted)
    }

    // MARK: Out

    @Sendable private func list(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Page: Encodable {
            let submissions: [SubmissionView]
            let next: String?
        }
        let user = try context.member()
        let query = request.uri.queryParameters
        var filter = Store.Filter(owner: user.role == .admin ? .everybody : .user(user.id))
        if let verdict = query["verdict"].map(String.init) {
            guard let known = Verdict(rawValue: verdict) else {
                let names = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem.badRequest("unknown-verdict", "A verdict is one of \(names).")
            }
            filter.verdict = known
        }
        let limit = try query.number("limit", in: 1...100, default: 20)
        let before = try query.cursor()
        if let name = query["user"].map(String.init) {
            // Whether another user exists is nobody's business but an admin's.
            let named = user.role == .admin ? try await server.store.user(name) : user
            guard let named, named.name.lowercased() == name.lowercased() else {
                return .json(Page(submissions: [], next: nil))
            }
            filter.owner = .user(named.id)
        }
        filter.challenge = query["challenge"].map(String.init)
        let records = try await server.store.submissions(filter, before: before, limit: limit + 1)
        let shown = records.prefix(limit)
        return .json(
            Page(
                submissions: shown.map { SubmissionView($0, reason: server.reason(of: $0, for: user)) },
                next: records.count > limit ? shown.last.map { String($0.number) } : nil))
    }

    /// One submission; with `?wait=SECONDS` only when it has ended, or the time is up.
    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        let wait = try request.uri.queryParameters.number("wait", in: 0...60, default: 0)
        var record = try await find(context)
        if wait > 0, !record.state.isTerminal {
            try await server.follow(record.id, upTo: .seconds(wait)) { _ in
                record = try await find(context)
                return !record.state.isTerminal
            }
        }
        return .json(try await view(record, context.member()))
    }

    @Sendable private func report(_ request: Request, context: JudgeContext) async throws -> Response {
        let record = try await find(context)
        guard let json = try await server.store.report(of: record.number) else {
            switch record.state.phase {
            case .failed: throw Problem(.notFound, "no-report", "The judge gave up on this submission.")
            case .graded: throw Problem.archived
            default: throw Problem(.notFound, "no-report", "The submission has not been graded yet.")
            }
        }
        let asked = request.uri.queryParameters["format"].map(String.init) ?? ReportFormat.json.rawValue
        guard let format = ReportFormat(rawValue: asked) else {
            let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.badRequest("unknown-format", "A report comes as one of \(known).")
        }
        // As it was written: nothing is gained by reading it.
        if format == .json { return .text(json, type: format.mediaType) }
        let report = try JSONReport.read(Data(json.utf8))
        guard let limits = report.limits else { throw Problem.notFound }
        let text = try format.text(
            of: report, limits: limits, path: report.submission.file, style: .plain)
        return .text(text, type: format.mediaType)
    }

    @Sendable private func source(_ request: Request, context: JudgeContext) async throws -> Response {
        let record = try await find(context)
        guard let source = try await server.store.source(of: record.number) else { throw Problem.archived }
        return .text(String(decoding: source, as: UTF8.self), type: "text/plain; charset=utf-8")
    }

    @Sendable private func events(_ request: Request, context: JudgeContext) async throws -> Response {
        let record = try await find(context)
        let last = request.headers[.lastEventID].flatMap { Int64($0) } ?? 0
        let user = try context.member()
        return EventStream(server: server, record: record, user: user, after: last).response()
    }

    // MARK: Steps

    private func find(_ context: JudgeContext) async throws -> SubmissionRecord {
        try await server.submission(context, for: context.member())
    }

    private func view(_ record: SubmissionRecord, _ user: User) async throws -> SubmissionView {
        SubmissionView(
            record, reason: server.reason(of: record, for: user), progress: server.board.latest(record.id),
            ahead: record.state.phase == .queued ? try await server.store.ahead(of: record) : nil)
    }
}

extension JudgeServer {
    /// Why a submission waits again or was given up. What the judge failed over may hold paths, or words of a validator, so
    /// only admins are told.
    func reason(of record: SubmissionRecord, for user: User) -> String? {
        guard record.state.reason != nil, user.role != .admin else { return record.state.reason }
        return "the judge failed; whoever runs it can see why"
    }

    /// Queues what somebody wishes to have graded.
    ///
    /// - Returns: the submission, and whether it is new: else it was sent before under the same key.
    /// - Throws: `Problem` 429 where too much waits.
    func enqueue(_ wish: SubmissionRequest, user: User, key: String?) async throws -> (SubmissionRecord, isNew: Bool) {
        func refusal(_ code: String, _ detail: String, after: Duration) -> Problem {
            metrics.count("judge_refusals_total", ["reason": code])
            let seconds = max(1, Int(after.seconds.rounded(.up)))
            return Problem(.tooManyRequests, code, detail, headers: [.retryAfter: "\(seconds)"])
        }
        switch try await store.enqueue(wish.submission, user: user, key: key, limits: configuration.queue) {
        case .accepted(let record):
            metrics.count("judge_submissions_total")
            bell.ring()
            return (record, true)
        case .repeated(let record): return (record, false)
        case .conflicting:
            throw Problem(
                .conflict, "idempotency-conflict",
                "Something else was sent before under this Idempotency-Key.")
        case .queueFull:
            throw refusal("queue-full", "So many submissions wait that no more are taken.", after: .seconds(30))
        case .userFull(let time):
            throw refusal("too-many", "You have sent too many submissions; wait for some to be graded.", after: time)
        }
    }

    /// Queues a submission once more.
    ///
    /// - Returns: the submission as it is then.
    /// - Throws: `Problem` 409 where it has not ended, 410 where its source is not here any more.
    func rejudge(_ record: SubmissionRecord) async throws -> SubmissionRecord {
        guard try await store.source(of: record.number) != nil else { throw Problem.archived }
        guard let queued = try await store.rejudge(record.id) else {
            throw Problem(.conflict, "not-ended", "The submission is still being graded.")
        }
        board.changed(record.id)
        bell.ring()
        return queued
    }

    /// Calls `look` now, and again each time that something changes, until it says that it has seen enough or the time is
    /// up.
    ///
    /// - Parameter look: is told what is being done, if that is known; returns whether to go on.
    func follow(
        _ id: String, upTo time: Duration?, look: (GradingProgress?) async throws -> Bool
    ) async throws {
        let changes = board.changes(of: id)
        guard try await look(board.latest(id)) else { return }
        let end = time.map { ContinuousClock.now + $0 }
        // What another process changes rings no bell here, so there is a look now and then in any case.
        let ticks = Ticks(changes: changes, every: .seconds(2), until: end)
        for await progress in ticks.stream() {
            guard try await look(progress) else { return }
        }
    }
}

/// Changes, and a tick where there is none for a while.
struct Ticks {
    let changes: ProgressBoard.Changes
    let every: Duration
    let until: ContinuousClock.Instant?

    /// Ends at ``until``, with the changes, or when nobody listens any more.
    func stream() -> AsyncStream<GradingProgress?> {
        let (stream, continuation) = AsyncStream<GradingProgress?>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let task = Task { [changes, every, until] in
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await change in changes { continuation.yield(change) }
                }
                group.addTask {
                    while !Task.isCancelled {
                        let left = until.map { $0 - .now } ?? every
                        guard left > .zero, (try? await Task.sleep(for: min(every, left))) != nil else { return }
                        continuation.yield(nil)
                    }
                }
                await group.next()
                group.cancelAll()
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}

extension FlatDictionary where Key == Substring, Value == Substring {
    /// Where the last page of a list ended.
    func cursor() throws -> Int64? {
        try self["cursor"].map { text in
            guard let number = Int64(text), number > 0 else {
                throw Problem.badRequest("bad-cursor", "The cursor is not one that a page of this list gave.")
            }
            return number
        }
    }

    /// A number in the query, within a range.
    func number(_ name: Substring, in range: ClosedRange<Int>, default fallback: Int) throws -> Int {
        guard let text = self[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw Problem.badRequest(
                "bad-\(name)", "'\(name)' must be a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}
