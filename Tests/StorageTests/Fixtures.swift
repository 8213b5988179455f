import Foundation
import GRDB
import JudgeCore
import Support

@testable import Storage

/// What a store can be behind: all of them must tell the same.
enum EngineKind: CaseIterable {
    case sqlite, postgres
}

/// Runs `body` with a fresh database.
func withStore<Result: Sendable>(
    _ kind: EngineKind = .sqlite, _ body: (Store) async throws -> Result
) async throws -> Result {
    try await withLocation(kind) { location in
        let store = try Store(location)
        defer { try? store.close() }
        return try await body(store)
    }
}

/// Runs `body` with the place of a database that is not there yet.
func withLocation<Result: Sendable>(
    _ kind: EngineKind, _ body: (StoreLocation) async throws -> Result
) async throws -> Result {
    switch kind {
    case .sqlite: try await withFolder { try await body(.sqlite(path: "\($0)/judge.sqlite")) }
    case .postgres: try await PostgresServer.shared.get().withDatabase { try await body(.postgres(url: $0)) }
    }
}

/// Makes a database of an older judge, which had taken so many steps, and runs statements in it.
func makeOld(_ location: StoreLocation, steps: Int, _ statements: String) throws {
    switch location {
    case .sqlite(let path):
        var migrator = DatabaseMigrator()
        for step in Schema.steps.prefix(steps) {
            migrator.registerMigration(step.name) { try $0.execute(sql: step.statements) }
        }
        let database = try DatabaseQueue(path: path)
        try migrator.migrate(database)
        try database.write { try $0.execute(sql: statements.replacing("'x' FROM", with: "x'78' FROM")) }
        try database.close()
    case .postgres(let url):
        let connection = try PostgresConnection.open(url: url)
        try connection.run(
            """
            CREATE COLLATION judge_nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            CREATE TABLE judge_steps (name TEXT COLLATE "C" PRIMARY KEY);
            """)
        for step in Schema.steps.prefix(steps) {
            try connection.run(Dialect.postgres.definition(step.statements))
            try connection.run("INSERT INTO judge_steps VALUES ('\(step.name)')")
        }
        try connection.run(statements)
    }
}

/// A submission whose source is its name.
func submission(_ name: String, challenge: String = "kmeans") -> Submission {
    Submission(
        id: name, challenge: challenge, file: "\(challenge).swift", source: Array("// \(name)\n".utf8),
        sha256: "sha-\(name)", author: nil, submittedAt: "2026-01-01T00:00:00Z")
}

/// A report with this verdict, and perhaps with figures of growth.
func report(
    _ verdict: Verdict, of submission: Submission, work: Int? = nil, space: Int = 1,
    news: (@Sendable () -> String)? = nil
) -> GradedReport {
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
    return GradedReport(report, json: "{\"verdict\": \"\(verdict.rawValue)\"}", news: news)
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
        try await claim(1, worker: "w", lease: .seconds(30), now: now).first
    }

    /// How the database would go about a query.
    func plan(of query: String) async throws -> String {
        try await reading { database in
            let lines =
                switch database.dialect {
                case .sqlite: try database.all(sql: "EXPLAIN QUERY PLAN \(query)") { $0["detail"] as String }
                case .postgres: try database.all(sql: "EXPLAIN \(query)") { $0[0] as String }
                }
            return lines.joined(separator: "; ")
        }
    }

    /// Writes so many graded submissions of ten users to ten challenges, without what belongs to them.
    func fill(_ count: Int) async throws {
        for index in 0..<10 { _ = try await putUser("filler-\(index)", role: .member) }
        try await writing { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
                    INSERT INTO submissions (id, user_id, challenge, file, sha256, submitted_at, phase, verdict)
                    SELECT 'filler-' || n, n % 10 + 1, 'challenge-' || n % 10, 'a.swift', 'sha', 1, 'graded', 'accepted'
                    FROM numbers
                    """, arguments: [count])
            try database.execute(sql: "ANALYZE")
        }
    }
}
