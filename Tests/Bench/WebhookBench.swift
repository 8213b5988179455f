import Crypto
import Foundation
import GRDB
import JudgeCore
import Storage
import Subprocess
import Support
import Synchronization
import Webhooks

/// Webhooks: how fast messages go out, what many of them cost, and what becomes of them when everything fails.
struct WebhookBench {
    let judge: String
    let folder: String
    private let environment = ["JUDGE_LOG_LEVEL": "critical"]

    // MARK: Speed

    func run() async throws {
        try await rate()
        try await memory()
        try await hanging()
    }

    /// Deliveries a second of a daemon with a full outbox, against a bare loop over curl_multi with the same bodies.
    private func rate() async throws {
        let count = 20_000
        print("\(count) messages to a receiver on loopback, 3 rounds in turn")
        var own: [Double] = []
        var bare: [Double] = []
        for round in 0..<3 {
            let seconds = try await drain(count, name: "rate-\(round)").seconds
            own.append(Double(count) / seconds)
            let receiver = Receiver(keepsRequests: false)
            defer { receiver.close() }
            let sample = Self.news(1)
            let body = Array(
                "{\"data\":\(sample),\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"type\":\"submission.graded\"}".utf8)
            let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            let sender = BareSender(
                url: receiver.url,
                headers: [
                    "Content-Type: application/json", "User-Agent: judge/0", "webhook-timestamp: 1767225600",
                    "webhook-id: msg_00000000000000000000000000000000", "webhook-signature: \(signature)",
                ], body: body)
            let bareSeconds = Bench.secondsOf { sender.send(count) }
            bare.append(Double(count) / bareSeconds)
        }
        Bench.line("a bare loop over curl_multi", bare, unit: "/s")
        Bench.line("the outbox", own, unit: "/s")
        let ratio = Bench.median(zip(own, bare).map { $0 / $1 })
        print(
            String(
                format: "  outbox / bare loop %.2f  (target at least 0.80: %@)", ratio, ratio >= 0.8 ? "ok" : "MISSED"))
    }

    /// The daemon's peak memory while few and while many messages go out.
    private func memory() async throws {
        var peaks: [Double] = []
        for count in [1_000, 100_000] {
            let peak = try await drain(count, name: "memory-\(count)").peak
            print(String(format: "  peak memory with %d messages in the outbox: %.1f MiB", count, peak))
            peaks.append(peak)
        }
        Bench.ratio("memory, 100,000 / 1,000", [peaks[1]], [peaks[0]], target: 1.25)
    }

    /// Deliveries a second to a receiver, without and with another one that hangs for thirty seconds.
    private func hanging() async throws {
        let count = 10_000
        var alone: [Double] = []
        var beside: [Double] = []
        for round in 0..<3 {
            alone.append(Double(count) / (try await drain(count, name: "alone-\(round)").seconds))
            let slow = Receiver(keepsRequests: false) { _, _ in
                sleep(30)
                return .answer(204)
            }
            defer { slow.close() }
            beside.append(Double(count) / (try await drain(count, name: "beside-\(round)", besides: slow).seconds))
        }
        Bench.line("alone", alone, unit: "/s")
        Bench.line("beside a receiver that hangs", beside, unit: "/s")
        let ratio = Bench.median(zip(beside, alone).map { $0 / $1 })
        print(
            String(
                format: "  beside / alone %.2f  (target at least 0.95: %@)", ratio, ratio >= 0.95 ? "ok" : "MISSED"))
    }

    /// Has a daemon send `count` messages that wait in its outbox; returns how long that took from the first to the last, and
    /// the daemon's peak memory in MiB.
    private func drain(_ count: Int, name: String, besides slow: Receiver? = nil) async throws -> (
        seconds: Double, peak: Double
    ) {
        let times = Mutex<(first: ContinuousClock.Instant?, last: ContinuousClock.Instant?)>((nil, nil))
        let receiver = Receiver(keepsRequests: false) { _, number in
            if number == 1 || number == count { times.withLock { $0 = number == 1 ? (.now, nil) : ($0.first, .now) } }
            return .answer(204)
        }
        defer { receiver.close() }
        let place = try place(name, retries: "[5, 300]", timeout: 60)
        try await add("quick", receiver.url, in: place)
        if let slow { try await add("slow", slow.url, in: place) }
        try await fill(place, count)
        let peak = Mutex(0.0)
        try await withDaemon(
            in: place, state: "\(folder)/state", judge: judge, arguments: ["--config", "\(place)/judge.yaml"],
            environment: environment
        ) { daemon in
            while receiver.count < count { try await Task.sleep(for: .milliseconds(20)) }
            peak.withLock { $0 = daemon.peakMemory }
            // Those that hang are not waited for.
            if slow != nil { try daemon.signal(.kill) }
        }
        let (first, last) = times.withLock { $0 }
        return ((last! - first!) / .seconds(1), peak.withLock { $0 })
    }

    // MARK: Chaos

    /// 20,000 messages to a receiver that fails, hangs, resets and refuses at random, from a daemon that is killed 20 times.
    func runChaos() async throws {
        let (count, kills) = (20_000, 20)
        print("\(count) messages, a receiver out of its mind, a daemon killed \(kills) times")
        let place = try place(
            "chaos", retries: "[" + Array(repeating: "0.05", count: 50).joined(separator: ", ") + "]", timeout: 1)
        let secret = WebhookSecret()
        let log = ChaosLog(secret)
        let receiver = Receiver(keepsRequests: false) { request, _ in
            // What hangs costs a second each.
            let behaviour: Receiver.Behaviour =
                switch Int.random(in: 0..<1000) {
                case 0..<50: .answer(500)
                case 50..<100: .answer(503, headers: ["Retry-After: 0"])
                case 100..<150: .answer(429, headers: ["Retry-After: 0"])
                case 150..<200: .reset
                case 200..<210: .hang
                default: .answer(204)
                }
            if case .answer(let status, _, _) = behaviour { log.note(request, isTaken: status == 204) }
            return behaviour
        }
        defer { receiver.close() }
        try await add("mad", receiver.url, in: place, secret: secret)
        try await fill(place, count)
        let seconds = try await Bench.seconds {
            for round in 0...kills {
                try await withDaemon(
                    in: place, state: "\(folder)/state", judge: judge, arguments: ["--config", "\(place)/judge.yaml"],
                    environment: environment
                ) { daemon in
                    if round < kills {
                        try await Task.sleep(for: .milliseconds(Int.random(in: 100...900)))
                        try daemon.signal(.kill)
                        return
                    }
                    for _ in 0..<3000 where log.taken < count { try await Task.sleep(for: .milliseconds(100)) }
                    try await Task.sleep(for: .seconds(2))
                }
            }
        }
        let queue = try DatabaseQueue(path: "\(place)/judge.sqlite")
        let states = try await queue.read { database in
            try Row.fetchAll(database, sql: "SELECT state, count(*) AS count FROM deliveries GROUP BY state").map {
                "\($0["count"] as Int) \($0["state"] as String)"
            }
        }
        try queue.close()
        print(
            """
              in \(Int(seconds)) s: \(log.taken) of \(count) arrived, \(log.tries) tries, \(log.repeats) repeats of what had arrived
              with another body \(log.otherBodies), wrongly signed \(log.badSignatures), out of order \(log.outOfOrder); \
            the log: \(states.joined(separator: ", "))
            """)
        let isWell =
            log.taken == count && log.otherBodies + log.badSignatures + log.outOfOrder == 0
            && states == ["\(count) delivered"]
        print("  \(isWell ? "ok" : "MISSED")")
    }

    // MARK: Steps

    private func place(_ name: String, retries: String, timeout: Int) throws -> String {
        let place = "\(folder)/hooks-\(name)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let text = "webhooks: {allowed_hosts: [loopback], retries: \(retries), timeout: \(timeout)}\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(place)/judge.yaml"))
        return place
    }

    private func add(_ name: String, _ url: String, in place: String, secret: WebhookSecret = WebhookSecret())
        async throws
    {
        let added = try await execute(
            judge,
            [
                "webhook", "add", name, url, "--secret", secret.text, "--events", "submission.graded,submission.solved",
                "--database", "\(place)/judge.sqlite", "--config", "\(place)/judge.yaml",
            ])
        guard added.status == 0 else { fatalError(added.errors) }
    }

    /// Puts news of `count` reports into the outbox, two of each submission, as grading would.
    private func fill(_ place: String, _ count: Int) async throws {
        let queue = try DatabaseQueue(path: "\(place)/judge.sqlite")
        try await queue.write { database in
            let hooks = try Int64.fetchAll(database, sql: "SELECT id FROM webhooks")
            let now = Timestamp.now.milliseconds
            for number in 0..<count {
                let subject = "submission-\(number / 2)"
                try database.execute(
                    sql: "INSERT INTO announcements (id, kind, at, data) VALUES (?, ?, ?, ?)",
                    arguments: [
                        "msg_\(number)", number.isMultiple(of: 2) ? "submission.graded" : "submission.solved", now,
                        Self.news(number / 2),
                    ])
                let announcement = database.lastInsertedRowID
                for hook in hooks {
                    try database.execute(
                        sql: """
                            INSERT INTO deliveries (webhook, announcement, subject, state, next_at)
                            VALUES (?, ?, ?, 'waiting', ?)
                            """, arguments: [hook, announcement, subject, now])
                }
            }
        }
        try queue.close()
    }

    /// What a submission with growth along four variables has to tell.
    private static func news(_ number: Int) -> String { sample.replacing("submission-0", with: "submission-\(number)") }

    private static let sample: String = {
        let variables = ["n", "d", "k", "iterations"].map { name in
            VariableGrowth(
                name: name, estimate: name, exponent: 1, interval: [0.99, 1.01], verdict: .within, family: "blobs",
                points: (0..<7).map { GrowthPoint(x: 256 << $0, value: 812_345 << $0, bound: Double(256 << $0)) })
        }
        let growth = ResourceGrowth(bound: "iterations*n*k*d", variables: variables)
        let report = Report(
            submission: SubmissionSummary(
                Submission(
                    id: "submission-0", challenge: "kmeans", file: "kmeans.swift", source: [], sha256: "",
                    author: "ann", submittedAt: "2026-01-01T00:00:00Z")),
            verdict: .accepted, compile: CompileReport(),
            groups: ["sample", "secret/edge", "secret/blobs"].map { name in
                GroupReport(
                    name: name, total: 1,
                    cases: [CaseReport(name: "one", verdict: .accepted, metrics: ["inertia_ratio": 1])])
            }, complexity: ComplexityReport(time: growth, space: growth),
            sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "0", seed: "", seconds: 3.2)
        return News.graded(SubmissionNews(report, challengeName: "k-means clustering")).json
    }()
}

/// What a receiver saw.
private final class ChaosLog: Sendable {
    private struct State {
        var bodies: [String: Int] = [:]
        var taken: Set<String> = []
        var tries = 0
        var repeats = 0
        var otherBodies = 0
        var badSignatures = 0
        var outOfOrder = 0
    }
    private let state = Mutex(State())
    private let key: SymmetricKey

    init(_ secret: WebhookSecret) { key = SymmetricKey(data: secret.bytes) }

    func note(_ request: Receiver.Request, isTaken: Bool) {
        let id = request.headers["webhook-id"] ?? ""
        let time = request.headers["webhook-timestamp"] ?? ""
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(id).\(time).".utf8) + request.body, using: key)
        let isSigned = request.headers["webhook-signature"] == "v1," + Data(code).base64EncodedString()
        let number = Int(id.dropFirst(4)) ?? 0
        state.withLock { state in
            state.tries += 1
            if !isSigned { state.badSignatures += 1 }
            let hash = request.body.hashValue
            if let known = state.bodies[id], known != hash { state.otherBodies += 1 }
            state.bodies[id] = hash
            // What is solved comes after what is graded, of the same submission.
            if !number.isMultiple(of: 2), !state.taken.contains("msg_\(number - 1)") { state.outOfOrder += 1 }
            if isTaken, !state.taken.insert(id).inserted { state.repeats += 1 }
        }
    }

    var taken: Int { state.withLock { $0.taken.count } }
    var tries: Int { state.withLock { $0.tries } }
    var repeats: Int { state.withLock { $0.repeats } }
    var otherBodies: Int { state.withLock { $0.otherBodies } }
    var badSignatures: Int { state.withLock { $0.badSignatures } }
    var outOfOrder: Int { state.withLock { $0.outOfOrder } }
}
