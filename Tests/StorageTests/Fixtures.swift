import Foundation
import GRDB
import JudgeCore
import Support

@testable import Storage

/// Runs `body` with a fresh database in a file.
func withStore<Result: Sendable>(_ body: (Store) async throws -> Result) async throws -> Result {
    try await withFolder { folder in
        let store = try Store(path: "\(folder)/judge.sqlite")
        defer { try? store.close() }
        return try await body(store)
    }
}

/// A submission whose source is its name.
func submission(_ name: String, challenge: String = "kmeans") -> Submission {
    Submission(
        id: name, challenge: challenge, file: "\(challenge).swift", source: Array("// \(name)\n".utf8),
        sha256: "sha-\(name)", author: nil, submittedAt: "2026-01-01T00:00:00Z")
}

/// A report with this verdict, and perhaps with figures of growth.
func report(_ verdict: Verdict, of submission: Submission, work: Int? = nil, space: Int = 1) -> GradedReport {
    func growth(_ value: Int) -> ResourceGrowth {
        ResourceGrowth(
            bound: "n",
            variables: [
                VariableGrowth(
                    name: "n", estimate: "n", exponent: 1, interval: [1, 1], verdict: .within, family: "random",
                    points: [GrowthPoint(x: 10, value: value * 10, bound: 10)])
            ])
    }
    let report = Report(
        submission: SubmissionSummary(submission), verdict: verdict, compile: CompileReport(), groups: [],
        complexity: work.map { ComplexityReport(time: growth($0), space: growth(space)) },
        sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "1", seed: "s", seconds: 1)
    return GradedReport(report, json: "{\"verdict\": \"\(verdict.rawValue)\"}")
}

/// A point in time that tests count from.
let noon = Timestamp(milliseconds: 1_767_268_800_000)

extension Store {
    /// Queues a submission of `user`, made if need be.
    @discardableResult
    func enqueue(
        _ name: String, by user: String, challenge: String = "kmeans", at now: Timestamp = noon,
        limits: QueueLimits = QueueLimits()
    ) async throws -> SubmissionRecord? {
        let user = try await putUser(user, role: .member)
        let result = try await enqueue(
            Self.made(name, challenge), user: user, limits: limits, now: now)
        guard case .accepted(let record) = result else { return nil }
        return record
    }

    private static func made(_ name: String, _ challenge: String) -> Submission {
        StorageTests.submission(name, challenge: challenge)
    }

    /// Claims the next one.
    func next(at now: Timestamp = noon) async throws -> Claim? {
        try await claim(worker: "w", lease: .seconds(30), now: now)
    }

    /// How SQLite would go about a query.
    func plan(of query: String) async throws -> String {
        try await reading { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(query)").map { $0["detail"] as String }
                .joined(separator: "; ")
        }
    }
}
