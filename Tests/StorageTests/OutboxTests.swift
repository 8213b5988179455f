import JudgeCore
import Support
import Testing

@testable import Storage

/// The outbox: what is announced, to whom, in which order, and how often.
@Suite struct OutboxTests {
    @Test(arguments: EngineKind.allCases)
    func `a report is announced with itself, to all who want to hear it, under one identifier`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let all = try await store.hook("all")
            let knn = try await store.hook("knn", Webhook.Filter(challenges: ["knn"]))
            let bob = try await store.hook("bob", Webhook.Filter(users: ["BOB"], verdicts: ["accepted"]))
            try await store.grade("1", by: "bob", .wrongAnswer)
            #expect(try await store.due(all.id, limit: 9).map(\.announcement.kind) == [.graded])
            #expect(try await store.due(knn.id, limit: 9).isEmpty)
            #expect(try await store.due(bob.id, limit: 9).isEmpty)
            try await store.grade("2", by: "bob", .accepted, challenge: "knn")
            let ids = try await [all, knn, bob].asyncMap { try await store.due($0.id, limit: 9).last?.announcement.id }
            #expect(Set(ids).count == 1 && ids[0]?.hasPrefix("msg_") == true)
            #expect(try await store.due(bob.id, limit: 9).map(\.announcement.data) == ["{\"of\": \"2\"}"])
        }
    }

    @Test(arguments: EngineKind.allCases) func `what is solved is announced once, however often it is judged again`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let hook = try await store.hook("solved", Webhook.Filter(events: ["submission.solved"]))
            func count() async throws -> Int { try await store.deliveries(of: hook.id, limit: 99).count }
            try await store.grade("1", by: "ann", .wrongAnswer)
            #expect(try await count() == 0)
            try await store.grade("2", by: "ann", .accepted)
            #expect(try await count() == 1)
            try await store.grade("3", by: "ann", .accepted)
            try await store.grade("4", by: "bob", .accepted)
            #expect(try await count() == 2)
            _ = try await store.rejudge("2")
            let claim = try #require(try await store.next())
            #expect(try await store.finish(claim, announced(.accepted, of: claim.submission)))
            #expect(try await count() == 2)
        }
    }

    @Test(arguments: EngineKind.allCases) func `a report that is refused announces nothing`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            try await store.enqueue("1", by: "ann")
            let late = try #require(try await store.next())
            _ = try await store.reclaimAll()
            let claim = try #require(try await store.next(at: .now + .seconds(60)))
            #expect(try await !store.finish(late, announced(.wrongAnswer, of: late.submission)))
            #expect(try await store.deliveries(of: hook.id, limit: 9).isEmpty)
            #expect(try await store.finish(claim, announced(.accepted, of: claim.submission)))
            #expect(try await store.deliveries(of: hook.id, limit: 9).count == 1)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `of what is about one submission the older comes first, and the rest waits for it`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let hook = try await store.hook("all", Webhook.Filter(events: ["submission.graded", "submission.solved"]))
            try await store.grade("1", by: "ann", .accepted)
            try await store.grade("2", by: "bob", .wrongAnswer)
            let first = try await store.due(hook.id, limit: 9, now: noon)
            #expect(
                first.map { "\($0.subject ?? "") \($0.announcement.kind.rawValue)" } == [
                    "1 submission.graded", "2 submission.graded",
                ])
            try await store.note([first[0].result(.retry(.seconds(5)))], now: noon)
            #expect(try await store.due(hook.id, limit: 9, now: noon).map(\.subject) == ["2"])
            #expect(try await store.due(hook.id, limit: 9, now: noon + .seconds(5)).count == 2)
            try await store.note([first[0].result(.delivered)], now: noon + .seconds(5))
            let second = try await store.due(hook.id, limit: 9, now: noon + .seconds(5))
            #expect(second.map(\.announcement.kind.rawValue) == ["submission.solved", "submission.graded"])
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `what is due is read page by page, each once and in order, though much is of one moment`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            for name in 1...7 { try await store.grade("\(name)", by: "ann", .wrongAnswer) }
            let all = try await store.due(hook.id, limit: 9, now: noon)
            // Five of one moment, and two of a later one that comes first by number.
            let later = noon + .seconds(1)
            try await store.note(
                all.enumerated().map { $1.result(.retry($0 < 2 ? .seconds(1) : .zero)) }, now: noon)
            var pages: [[String]] = []
            var last: Delivery?
            while pages.count < 9 {
                let page = try await store.due(hook.id, after: last, limit: 2, now: later)
                guard !page.isEmpty else { break }
                pages.append(page.compactMap(\.subject))
                last = page.last
            }
            #expect(pages == [["3", "4"], ["5", "6"], ["7", "1"], ["2"]])
            #expect(try await store.due(hook.id, after: last, limit: 2, now: noon).isEmpty)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a try is counted, told, and leads to another one, to the end, or to nothing more`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            for name in ["1", "2", "3"] { try await store.grade(name, by: "ann", .wrongAnswer) }
            let due = try await store.due(hook.id, limit: 9, now: noon)
            try await store.note(
                [
                    due[0].result(.delivered, status: 204),
                    due[1].result(.retry(.seconds(5)), status: 503, error: "busy"),
                    due[2].result(.dead, error: "gone"),
                ], now: noon)
            let log = try await store.deliveries(of: hook.id, limit: 9)
            #expect(log.map(\.state) == [.dead, .waiting, .delivered])
            #expect(log.map(\.attempts) == [1, 1, 1])
            #expect(log[2].status == 204 && log[2].error == nil && log[2].milliseconds == 7 && log[2].triedAt == noon)
            #expect(log[1].status == 503 && log[1].error == "busy" && log[1].nextAt == noon + .seconds(5))
            #expect(try await store.outboxLoad() == (1, 1))
            #expect(try await store.webhooksWithDeliveriesDue(now: noon).isEmpty)
            #expect(try await store.webhooksWithDeliveriesDue(now: noon + .seconds(5)).map(\.name) == ["all"])
            #expect(try await store.deliveries(state: .dead, limit: 9).map(\.subject) == ["3"])
            #expect(try await store.deliveries(of: hook.id, before: log[1].id, limit: 9).map(\.subject) == ["1"])
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `what was given up is sent again under its own identifier, one or a range`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            for name in ["1", "2", "3"] { try await store.grade(name, by: "ann", .wrongAnswer) }
            let due = try await store.due(hook.id, limit: 9, now: noon)
            try await store.note([due[0].result(.dead), due[1].result(.dead), due[2].result(.delivered)], now: noon)
            #expect(try await store.due(hook.id, limit: 9, now: noon).isEmpty)
            #expect(try await store.replay(due[1].id...due[1].id, of: hook.id, now: noon) == 1)
            let again = try await store.due(hook.id, limit: 9, now: noon)
            #expect(again.map(\.announcement) == [due[1].announcement] && again[0].attempts == 0)
            #expect(try await store.replay(1...due[2].id, of: hook.id, now: noon) == 1)
            #expect(try await store.replay(1...due[2].id, of: hook.id, all: true, now: noon) == 1)
            #expect(try await store.replay(1...99, of: hook.id + 1, now: noon) == 0)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `five days of failure switch a webhook off, and the others can hear of it`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            let other = try await store.hook("other", Webhook.Filter(events: ["webhook.disabled"]))
            try await store.grade("1", by: "ann", .wrongAnswer)
            try await store.grade("2", by: "ann", .wrongAnswer)
            let due = try await store.due(hook.id, limit: 9, now: noon)
            let days = Store.patienceWithReceivers
            var ended = try await store.note([due[0].result(.retry(.zero), error: "no answer")], now: noon)
            ended += try await store.note([due[0].result(.dead, error: "no answer")], now: noon + (days - .seconds(1)))
            #expect(ended.isEmpty)
            ended = try await store.note([due[1].result(.retry(.zero), error: "no answer")], now: noon + days)
            #expect(ended.map(\.webhook.name) == ["all"] && ended[0].reason.contains("no answer"))
            #expect(try await store.webhook("all").disabledReason?.contains("five days") == true)
            #expect(try await store.deliveries(of: hook.id, limit: 9).allSatisfy { $0.state == .dead })
            let told = try await store.due(other.id, limit: 9, now: noon + days)
            #expect(told.map(\.announcement.kind) == [.disabled] && told[0].announcement.data == "farewell all")
            // What is announced from now on is not for it, until it is switched on.
            try await store.grade("3", by: "ann", .wrongAnswer)
            #expect(try await store.deliveries(of: hook.id, limit: 9).count == 2)
            _ = try await store.hook("all")
            let back = try await store.webhook("all")
            #expect(back.disabledAt == nil && back.failingSince == nil)
            try await store.grade("4", by: "ann", .wrongAnswer)
            #expect(try await store.deliveries(of: hook.id, limit: 9).count == 3)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `something that arrives ends the count of days; a receiver that is gone ends at once`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            for name in ["1", "2", "3"] { try await store.grade(name, by: "ann", .wrongAnswer) }
            let due = try await store.due(hook.id, limit: 9, now: noon)
            try await store.note([due[0].result(.retry(.zero))], now: noon)
            #expect(try await store.webhook("all").failingSince == noon)
            try await store.note([due[1].result(.delivered)], now: noon + .seconds(1))
            #expect(try await store.webhook("all").failingSince == nil)
            let ended = try await store.note([due[2].result(.gone("it said so"), status: 410)], now: noon)
            #expect(ended.map(\.reason) == ["it said so"])
            #expect(try await store.webhook("all").disabledReason == "it said so")
        }
    }

    @Test(arguments: EngineKind.allCases) func `a digest gathers what happens, and goes out once its time has come`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let hook = try await store.hook("digest", digestMinutes: 10)
            try await store.grade("1", by: "ann", .wrongAnswer, at: noon)
            try await store.grade("2", by: "ann", .wrongAnswer, at: noon + .seconds(300))
            #expect(try await store.due(hook.id, limit: 9, now: noon + .seconds(599)).isEmpty)
            #expect(try await store.webhooksWithDigestDue(now: noon + .seconds(599)).isEmpty)
            let due = noon + .seconds(600)
            #expect(try await store.webhooksWithDigestDue(now: due).map(\.name) == ["digest"])
            @Sendable func summary(_ items: [Announcement], _ from: Timestamp, _ to: Timestamp) -> String {
                "\(items.map(\.data)) \((from - noon).components.seconds) \((to - noon).components.seconds)"
            }
            try await store.gather(for: hook, now: due, summary: summary)
            try await store.gather(for: hook, now: due, summary: summary)
            let sent = try await store.due(hook.id, limit: 9, now: due)
            #expect(sent.map(\.announcement.kind) == [.digest])
            #expect(sent[0].announcement.data == #"["{\"of\": \"1\"}", "{\"of\": \"2\"}"] 0 600"#)
            // A test does not wait, and what was gathered goes out when nothing is gathered any more.
            #expect(try await store.announce(.test, data: "{}", to: hook.id, now: due) == 1)
            #expect(try await store.due(hook.id, limit: 9, now: due).count == 2)
            try await store.grade("3", by: "ann", .wrongAnswer, at: due)
            #expect(try await store.due(hook.id, limit: 9, now: due).count == 2)
            _ = try await store.hook("digest")
            #expect(try await store.due(hook.id, limit: 9, now: due).count == 3)
        }
    }

    @Test(arguments: EngineKind.allCases) func `a new challenge is announced; those that were there first are not`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            func told() async throws -> [String] {
                try await store.deliveries(of: hook.id, limit: 9).map(\.announcement.data)
            }
            try await store.publish([("kmeans", "k"), ("knn", "n")])
            #expect(try await told().isEmpty)
            try await store.publish([("kmeans", "k"), ("knn", "n"), ("pca", "p")])
            try await store.publish([("kmeans", "k"), ("pca", "p")])
            #expect(try await told() == ["p"])
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a secret is replaced while the old one holds for a time; a removed webhook leaves nothing`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let hook = try await store.hook("all")
            #expect(hook.secrets == [[1]])
            #expect(try await store.hook("ALL").secrets == [[1]], "to put it again changes no secret")
            try await store.rotateSecret(of: "all", to: [2], keepingOldUntil: noon + .seconds(60))
            #expect(try await store.webhook("all", now: noon).secrets == [[2], [1]])
            #expect(try await store.webhook("all", now: noon + .seconds(60)).secrets == [[2]])
            try await store.grade("1", by: "ann", .accepted)
            try await store.removeWebhook("all")
            #expect(try await store.deliveries(limit: 9).isEmpty)
            #expect(try await store.webhooks().isEmpty)
            await #expect(throws: JudgeError.self) { try await store.removeWebhook("all") }
            await #expect(throws: JudgeError.self) { try await store.webhook("all") }
            await #expect(throws: JudgeError.self) {
                try await store.rotateSecret(of: "all", to: [2], keepingOldUntil: noon)
            }
            await #expect(throws: JudgeError.self) { try await store.hook("a b") }
        }
    }

    @Test(arguments: EngineKind.allCases) func `where nobody listens nothing is kept`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            try await store.grade("1", by: "ann", .accepted)
            #expect(try await store.announce(.test, data: "{}") == 0)
            #expect(try await store.announcementCount() == 0)
        }
    }
}

/// A report with news that names its submission.
private func announced(_ verdict: Verdict, of submission: Submission) -> GradedReport {
    let report = Report(
        submission: SubmissionSummary(submission), verdict: verdict, compile: CompileReport(), groups: [],
        sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "1", seed: "s", seconds: 1)
    return GradedReport(report, json: "{}") { "{\"of\": \"\(submission.id)\"}" }
}

extension Delivery {
    fileprivate func result(
        _ outcome: DeliveryResult.Outcome, status: Int? = nil, error: String? = nil
    ) -> DeliveryResult {
        DeliveryResult(
            delivery: id, webhook: webhook, outcome: outcome, status: status, error: error, milliseconds: 7)
    }
}

extension Store {
    fileprivate func hook(
        _ name: String, _ filter: Webhook.Filter = Webhook.Filter(), digestMinutes: Int = 0
    ) async throws -> Webhook {
        try await putWebhook(
            name, url: "https://example.org/", format: nil, filter: filter, digestMinutes: digestMinutes, secret: [1],
            now: noon)
    }

    fileprivate func grade(
        _ name: String, by user: String, _ verdict: Verdict, challenge: String = "kmeans", at now: Timestamp = noon
    ) async throws {
        try await enqueue(name, by: user, challenge: challenge, at: now)
        let claim = try #require(try await next(at: now))
        #expect(try await finish(claim, announced(verdict, of: claim.submission), now: now))
    }

    @discardableResult
    fileprivate func note(_ results: [DeliveryResult], now: Timestamp) async throws -> [(
        webhook: Webhook, reason: String
    )] {
        try await note(results, now: now) { name, _ in "farewell \(name)" }
    }

    fileprivate func announcementCount() async throws -> Int {
        try await reading { try $0.value(sql: "SELECT count(*) FROM announcements") ?? 0 }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
