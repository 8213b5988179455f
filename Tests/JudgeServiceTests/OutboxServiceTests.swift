import Crypto
import Foundation
import JudgeCore
import Logging
import ServiceLifecycle
import Storage
import Support
import Synchronization
import Testing
import Transfer
import Webhooks

@testable import JudgeService

/// The outbox at work: a real database, real receivers, and a schedule that tests have the time for.
@Suite(.timeLimit(.minutes(2))) struct OutboxServiceTests {
    @Test func `what is graded arrives signed, and is noted as delivered`() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        try await withOutbox { outbox in
            let secret = try await outbox.hook("group", receiver.url)
            try await outbox.grade("1", .accepted)
            let request = try #require(await receiver.wait(for: 1).first)
            #expect(request.json["type"] as? String == "submission.graded")
            #expect((request.json["data"] as? [String: Any])?["id"] as? String == "1")
            #expect(Self.isSigned(request, secret))
            try await outbox.settle()
            let log = try await outbox.store.deliveries(limit: 9)
            #expect(log.map(\.state) == [.delivered] && log[0].status == 204 && log[0].attempts == 1)
            #expect(log[0].announcement.id == request.headers["webhook-id"])
        }
    }

    @Test func `what fails is tried again with the same identifier and body, until it arrives`() async throws {
        let receiver = Receiver { _, number in number < 4 ? .answer(number == 1 ? 500 : 404) : .answer(200) }
        defer { receiver.close() }
        try await withOutbox { outbox in
            let secret = try await outbox.hook("group", receiver.url)
            try await outbox.grade("1", .wrongAnswer)
            let requests = await receiver.wait(for: 4)
            #expect(requests.count == 4 && requests.allSatisfy { Self.isSigned($0, secret) })
            #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1 && Set(requests.map(\.text)).count == 1)
            try await outbox.settle()
            #expect(try await outbox.store.deliveries(limit: 9).map(\.attempts) == [4])
        }
    }

    @Test func `what never arrives is given up in the end, kept, and sent again when that is asked for`() async throws {
        let isWell = Atomic(false)
        let receiver = Receiver { _, _ in isWell.load(ordering: .relaxed) ? .answer(200) : .answer(503) }
        defer { receiver.close() }
        try await withOutbox { outbox in
            _ = try await outbox.hook("group", receiver.url)
            try await outbox.grade("1", .wrongAnswer)
            try await outbox.settle()
            let dead = try #require(try await outbox.store.deliveries(state: .dead, limit: 9).first)
            #expect(dead.attempts == 1 + outbox.retries && dead.status == 503)
            isWell.store(true, ordering: .relaxed)
            #expect(try await outbox.store.replay(dead.id...dead.id, of: dead.webhook) == 1)
            outbox.bell.ring()
            try await outbox.settle()
            let requests = receiver.requests
            #expect(try await outbox.store.deliveries(limit: 9).map(\.state) == [.delivered])
            #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1)
        }
    }

    @Test func `a receiver that hangs holds up no other`() async throws {
        let slow = Receiver { _, _ in .hang }
        let quick = Receiver()
        defer {
            slow.close()
            quick.close()
        }
        try await withOutbox { outbox in
            _ = try await outbox.hook("slow", slow.url)
            _ = try await outbox.hook("quick", quick.url)
            for index in 0..<40 { try await outbox.grade("\(index)", .wrongAnswer) }
            #expect(await quick.wait(for: 40).count == 40)
            // The slow one has some on their way and no more, and the rest waits.
            #expect(slow.count <= 16)
            try await outbox.settle(at: 40)
        }
    }

    @Test func `a receiver that fails is left alone before all that waits for it has been tried`() async throws {
        let receiver = Receiver { _, _ in .answer(500) }
        defer { receiver.close() }
        try await withOutbox(retries: [.seconds(60)]) { outbox in
            _ = try await outbox.hook("group", receiver.url)
            for index in 0..<200 { try await outbox.grade("\(index)", .wrongAnswer) }
            _ = await receiver.wait(for: HostGates.most)
            try await Task.sleep(for: .seconds(2))
            // Those that were on their way when it was noticed; those that waited behind them on the line did not go.
            #expect(receiver.count < 60)
            let log = try await outbox.store.deliveries(limit: 300)
            #expect(log.filter { $0.attempts == 0 && $0.state == .waiting }.count == 200 - receiver.count)
        }
    }

    @Test func `while nothing happens the database is not read again and again`() async throws {
        let sender = DeliverySender(
            configuration: OutboxService.Configuration(),
            courier: Courier(
                settings: Courier.Settings(allowedHosts: try AllowedHosts(["loopback"]), version: "1"),
                transfers: Transfers()))
        try await withOutbox { outbox in
            _ = try await outbox.hook("group", "http://127.0.0.1:9/", digestMinutes: 60)
            for name in ["1", "2"] { try await outbox.grade(name, .wrongAnswer) }
            let webhook = try await outbox.store.webhook("group")
            let deliveries = try await outbox.store.deliveries(limit: 2)
            var lane = OutboxLane(webhook, sender)
            #expect(lane.fetch() != nil && lane.fetch() == nil, "one reading at a time")
            lane.take(deliveries)
            let next = lane.next(sender)
            let first = try #require(next)
            #expect(lane.fetch() != nil, "there may be more")
            lane.take(deliveries)
            #expect(lane.fetch() == nil, "there is no more, though one is on its way")
            lane.sent()
            lane.settle(first.id)
            #expect(lane.fetch() != nil, "it may have held up another")
        }
    }

    @Test func `a receiver that says that it is gone is left alone; a chat that knows no such webhook too`()
        async throws
    {
        let gone = Receiver { _, _ in .answer(410) }
        let chat = Receiver { _, _ in .answer(404) }
        defer {
            gone.close()
            chat.close()
        }
        try await withOutbox { outbox in
            _ = try await outbox.hook("gone", gone.url)
            _ = try await outbox.hook("chat", chat.url, format: .mattermost)
            for name in ["1", "2", "3"] { try await outbox.grade(name, .wrongAnswer) }
            try await outbox.settle()
            for name in ["gone", "chat"] {
                #expect(try await outbox.store.webhook(name).disabledReason?.contains("gone") == true)
            }
            #expect(chat.count == 1, "one after the other, so the first answer ends it")
            #expect(try await outbox.store.deliveries(limit: 9).allSatisfy { $0.state == .dead })
        }
    }

    @Test func `a webhook that is removed is sent nothing more, whatever was fetched for it`() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        try await withOutbox { outbox in
            // A chat: one message in half a second.
            _ = try await outbox.hook("chat", receiver.url, format: .mattermost)
            for name in 0..<30 { try await outbox.grade("\(name)", .wrongAnswer) }
            _ = await receiver.wait(for: 1)
            try await outbox.store.removeWebhook("chat")
            try await Task.sleep(for: .seconds(1))
            let seen = receiver.count
            try await Task.sleep(for: .seconds(2))
            #expect(receiver.count == seen && seen < 30)
        }
    }

    @Test func `a receiver is left alone for as long as it asks to be`() async throws {
        let times = Mutex<[ContinuousClock.Instant]>([])
        let receiver = Receiver { _, number in
            times.withLock { $0.append(.now) }
            return number == 1 ? .answer(429, headers: ["Retry-After: 2"]) : .answer(200)
        }
        defer { receiver.close() }
        try await withOutbox { outbox in
            _ = try await outbox.hook("group", receiver.url)
            try await outbox.grade("1", .wrongAnswer)
            _ = await receiver.wait(for: 1)
            try await outbox.grade("2", .wrongAnswer)
            try await outbox.settle()
            let times = times.withLock { $0 }
            #expect(times.count == 3 && times[1] - times[0] >= .seconds(2))
        }
    }

    @Test func `what is about one submission arrives in its order, whatever fails`() async throws {
        let receiver = Receiver { _, _ in Int.random(in: 0..<3) == 0 ? .answer(503) : .answer(200) }
        defer { receiver.close() }
        try await withOutbox { outbox in
            _ = try await outbox.hook(
                "group", receiver.url, Webhook.Filter(events: ["submission.graded", "submission.solved"]))
            for index in 0..<30 { try await outbox.grade("\(index)", .accepted, by: "user-\(index)") }
            try await outbox.settle()
            var seen: [String: [String]] = [:]
            for request in receiver.requests {
                let id = (request.json["data"] as? [String: Any])?["id"] as? String ?? ""
                seen[id, default: []].append(request.json["type"] as? String ?? "")
            }
            #expect(seen.count == 30)
            for (id, kinds) in seen {
                let firstSolved = kinds.firstIndex(of: "submission.solved") ?? 0
                #expect(
                    kinds[firstSolved...].allSatisfy { $0 == "submission.solved" } && firstSolved > 0, "\(id): \(kinds)"
                )
            }
        }
    }

    @Test func `what was on its way when the daemon stopped goes out when it begins again`() async throws {
        let hangs = Atomic(true)
        let receiver = Receiver { _, _ in hangs.load(ordering: .relaxed) ? .hang : .answer(200) }
        defer { receiver.close() }
        try await withFolder { folder in
            let path = "\(folder)/judge.sqlite"
            try await withOutbox(path) { outbox in
                _ = try await outbox.hook("group", receiver.url)
                try await outbox.grade("1", .wrongAnswer)
                _ = await receiver.wait(for: 1)
            }
            hangs.store(false, ordering: .relaxed)
            try await withOutbox(path) { outbox in
                let requests = await receiver.wait(for: 2)
                #expect(requests.count == 2 && Set(requests.map { $0.headers["webhook-id"] }).count == 1)
                #expect(Set(requests.map(\.text)).count == 1)
                try await outbox.settle()
                #expect(try await outbox.store.deliveries(limit: 9).map(\.attempts) == [1])
            }
        }
    }

    @Test func `a digest tells in one message what was gathered`() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        try await withOutbox { outbox in
            _ = try await outbox.hook("group", receiver.url, digestMinutes: 60)
            // Its time comes in a moment.
            let past = Timestamp.now + .seconds(-3598)
            for (name, verdict) in [("1", Verdict.wrongAnswer), ("2", .accepted)] {
                try await outbox.grade(name, verdict, at: past)
            }
            #expect(receiver.count == 0)
            let request = try #require(await receiver.wait(for: 1).first)
            let data = request.json["data"] as? [String: Any]
            #expect(request.json["type"] as? String == "digest")
            #expect(data?["graded"] as? Int == 2 && data?["accepted"] as? Int == 1)
            #expect(data?["from"] as? String == past.iso8601)
            try await outbox.settle()
            #expect(receiver.count == 1)
        }
    }

    @Test func `where messages must not go they do not, and the log says why`() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        try await withOutbox(allowing: []) { outbox in
            _ = try await outbox.hook("inner", receiver.url)
            try await outbox.grade("1", .wrongAnswer)
            try await outbox.settle()
            let dead = try #require(try await outbox.store.deliveries(limit: 9).first)
            #expect(dead.state == .dead && dead.error?.contains("not public") == true && receiver.connections == 0)
        }
    }

    /// The signature, computed apart from what made it.
    private static func isSigned(_ request: Receiver.Request, _ secret: WebhookSecret) -> Bool {
        guard let id = request.headers["webhook-id"], let time = request.headers["webhook-timestamp"],
            let seconds = Int(time), abs(Double(seconds) - Date().timeIntervalSince1970) < 300
        else { return false }
        let message = Array("\(id).\(time).".utf8) + request.body
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: secret.bytes))
        return request.headers["webhook-signature"] == "v1," + Data(code).base64EncodedString()
    }
}

/// A running outbox, and what tests do with it.
private struct Outbox {
    let store: Store
    let bell: Bell
    let retries: Int

    func hook(
        _ name: String, _ url: String, _ filter: Webhook.Filter = Webhook.Filter(), format: WebhookFormat? = nil,
        digestMinutes: Int = 0
    ) async throws -> WebhookSecret {
        let secret = WebhookSecret()
        _ = try await store.putWebhook(
            name, url: url, format: format?.rawValue, filter: filter, digestMinutes: digestMinutes, secret: secret.bytes
        )
        return secret
    }

    func grade(_ name: String, _ verdict: Verdict, by user: String = "ann", at now: Timestamp = .now) async throws {
        let submission = Submission(
            id: name, challenge: "kmeans", file: "kmeans.swift", source: [], sha256: name, author: user,
            submittedAt: "2026-01-01T00:00:00Z")
        let owner = try await store.putUser(user, role: .member)
        let limits = QueueLimits(rate: 1000)
        _ = try await store.enqueue(submission, user: owner, limits: limits, now: now)
        let claim = try #require(try await store.claim(1, worker: "w", lease: .seconds(60), now: now).first)
        let report = Report(
            submission: SubmissionSummary(submission), verdict: verdict, compile: CompileReport(), groups: [],
            sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "1", seed: "s", seconds: 1)
        let news = News.graded(SubmissionNews(report, challengeName: "k-means")).json
        #expect(try await store.finish(claim, GradedReport(report, json: "{}") { news }, now: now))
        bell.ring()
    }

    /// Waits until so many wait and no more.
    func settle(at count: Int = 0) async throws {
        for _ in 0..<600 {
            if try await store.outboxLoad().waiting == count { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("the outbox does not come to rest")
    }
}

private func withOutbox(
    _ path: String? = nil, allowing words: [String] = ["loopback"],
    retries delays: [Duration] = [.milliseconds(100), .milliseconds(200), .milliseconds(300), .milliseconds(400)],
    body: @escaping @Sendable (Outbox) async throws -> Void
) async throws {
    try await withFolder { folder in
        let store = try Store(path: path ?? "\(folder)/judge.sqlite")
        let transfers = Transfers()
        defer { transfers.close() }
        let bell = Bell()
        let retries = RetrySchedule(delays: delays)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = OutboxService(
            configuration: OutboxService.Configuration(retries: retries, grace: .milliseconds(100)), store: store,
            courier: Courier(
                settings: Courier.Settings(allowedHosts: try AllowedHosts(words), version: "1"), transfers: transfers),
            bell: bell, metrics: .daemon(), logger: logger)
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [service], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                do {
                    try await body(Outbox(store: store, bell: bell, retries: retries.delays.count))
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
        try store.close()
    }
}
