import Foundation
import JudgeCore
import JudgeService
import Logging
import Registry
import ServiceLifecycle
import Storage
import Support
import Synchronization
import Transfer
import Webhooks

@testable import JudgeHTTP

/// A server on a free port of loopback, its database, and somebody who asks it over a real connection.
struct Fixture: Sendable {
    let store: Store
    let board: ProgressBoard
    let bell: Bell
    let port: Int
    let transfers: Transfers
    /// Tokens by the names of users; `ann` and `bob` are members, `eve` is an admin.
    let tokens: [String: String]

    var url: String { "http://127.0.0.1:\(port)" }

    struct Reply: Sendable {
        let status: Int
        let headers: [String: String]
        let text: String

        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
        }
        func string(_ key: String) -> String? { json[key] as? String }
    }

    func ask(
        _ method: String, _ path: String, as user: String? = nil, headers: [(String, String)] = [], body: String? = nil
    ) async throws -> Reply {
        var all = headers
        if let user { all.append(("Authorization", "Bearer \(tokens[user] ?? user)")) }
        let answer = try await transfers.send(
            HTTPRequest(method, url + path, headers: all, body: body.map { Array($0.utf8) }))
        return Reply(status: answer.status, headers: answer.headers, text: answer.text)
    }

    /// Sends a source as JSON.
    func submit(
        _ source: String, as user: String, challenge: String = "kmeans", key: String? = nil
    ) async throws -> Reply {
        let body = try JSONSerialization.data(withJSONObject: ["challenge": challenge, "source": source])
        var headers = [("Content-Type", "application/json")]
        if let key { headers.append(("Idempotency-Key", key)) }
        return try await ask(
            "POST", "/api/v1/submissions", as: user, headers: headers, body: String(decoding: body, as: UTF8.self))
    }
}

/// Runs `body` against a server that grades nothing.
func withServer(
    queue: QueueLimits = QueueLimits(), leaderboardIsPublic: Bool = true,
    patience: JudgeServer.Patience = JudgeServer.Patience(), trustedProxies: [String] = [],
    body: @escaping @Sendable (Fixture) async throws -> Void
) async throws {
    try await withServer(queue, leaderboardIsPublic, patience, trustedProxies, grading: nil, body: body)
}

/// Runs `body` against a server whose grader does as the test says.
func withServer(
    grade: @escaping GradingPool.Grade, body: @escaping @Sendable (Fixture) async throws -> Void
) async throws {
    try await withServer(QueueLimits(), true, JudgeServer.Patience(), [], grading: grade, body: body)
}

private func withServer(
    _ queue: QueueLimits, _ leaderboardIsPublic: Bool, _ patience: JudgeServer.Patience, _ trustedProxies: [String],
    grading grade: GradingPool.Grade?,
    body: @escaping @Sendable (Fixture) async throws -> Void
) async throws {
    try await withFolder { folder in
        let store = try Store(path: "\(folder)/judge.sqlite")
        let board = ProgressBoard()
        let bell = Bell()
        let metrics = Metrics.daemon()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        var configuration = JudgeServer.Configuration(
            port: 0, queue: queue, leaderboardIsPublic: leaderboardIsPublic,
            trustedProxies: trustedProxies.compactMap(AddressBlock.init), version: "1")
        configuration.patience = patience
        let server = JudgeServer(
            configuration: configuration,
            store: store, registry: Registry(root: Checkout.challenges), board: board, bell: bell, metrics: metrics,
            logger: logger, obstacle: { nil })
        let (ports, port) = AsyncStream<Int>.makeStream()
        var services: [any Service] = []
        if let grade {
            services.append(
                GradingPool(
                    configuration: GradingPool.Configuration(), store: store, board: board, metrics: metrics,
                    bell: bell,
                    logger: logger, grade: grade))
        }
        services.append(server.application { port.yield($0) })
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger))
        var tokens: [String: String] = [:]
        for (name, role) in [("ann", User.Role.member), ("bob", .member), ("eve", .admin)] {
            _ = try await store.putUser(name, role: role)
            let secret = Secret()
            _ = try await store.addToken(secret.name, hash: secret.hash, user: name, expiresAt: nil)
            tokens[name] = secret.text
        }
        let known = tokens
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                var iterator = ports.makeAsyncIterator()
                let number = await iterator.next() ?? 0
                let transfers = Transfers()
                defer { transfers.close() }
                let fixture = Fixture(
                    store: store, board: board, bell: bell, port: number, transfers: transfers,
                    tokens: known)
                do { try await body(fixture) } catch {
                    board.close()
                    await group.triggerGracefulShutdown()
                    throw error
                }
                board.close()
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
        try store.close()
    }
}

/// A report with this verdict.
func made(_ verdict: Verdict, of submission: Submission) -> Report {
    Report(
        submission: SubmissionSummary(submission), verdict: verdict, compile: CompileReport(), groups: [],
        limits: Limits(cpuSeconds: 1, memoryBytes: 1 << 20, outputBytes: 1, codeBytes: 1),
        sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "1", seed: "s", seconds: 1)
}
