import Foundation
import JudgeCore
import JudgeService
import Logging
import ServiceLifecycle
import Storage
import Subprocess
import Support
import Synchronization

/// The queue on PostgreSQL: claims against a bare loop of SKIP LOCKED, nodes beside each other, and many stored submissions.
struct QueueBench {
    let folder: String
    private static let clients = 4

    func run() async throws {
        // As an administrator has it: what is answered is on the disk.
        let server = try PostgresServer(settings: ["max_connections=200", "shared_buffers=256MB"])
        defer { server.stop() }
        try await claims(server)
        try await nodes(server)
        try await stored(server)
    }

    // MARK: Claims

    /// Each claim takes the fair next one and reads its source; the bare loop has a queue of one table and one client's order.
    /// Neither waits for the disk: after a crash nobody holds anything. A node asks once for all its workers that are free,
    /// over one connection, as a client of pgbench has it; the judge's processes share the server's cores here, and by its
    /// statement in pgbench it is seen what the server alone can hand out one by one.
    private func claims(_ server: PostgresServer) async throws {
        let (rounds, total) = (5, 24_000)
        print(
            "claims on PostgreSQL by \(Self.clients) nodes or clients, \(rounds) rounds of \(total) submissions of 20 users"
        )
        var rates: [(judge: Double, single: Double, statement: Double, bare: Double)] = []
        for _ in 0..<rounds {
            let judge = try await claimRate(server, workers: 4, total)
            let single = try await claimRate(server, workers: 1, total)
            let statement = try await server.withDatabase { url in
                try await withStores(url, 1) { stores in
                    try await fill(stores[0], url, waiting: total)
                    return try await pgbench(
                        Store.claimStatement(worker: "node:1/1", lease: .seconds(600)), url, total)
                }
            }
            rates.append((judge, single, statement, try await bareRate(server, total)))
        }
        Bench.line("nodes of four workers", rates.map(\.judge), unit: "/s")
        Bench.line("nodes of one worker", rates.map(\.single), unit: "/s")
        Bench.line("their statement in pgbench", rates.map(\.statement), unit: "/s")
        Bench.line("a bare loop in pgbench", rates.map(\.bare), unit: "/s")
        let ratio = Bench.median(rates.map { $0.judge / $0.bare })
        print(
            String(
                format: "  nodes of four workers / bare %.2f  (target at least 0.70: %@)", ratio,
                ratio >= 0.7 ? "ok" : "MISSED"))
        print(String(format: "  nodes of one worker / bare %.2f", Bench.median(rates.map { $0.single / $0.bare })))
        print(String(format: "  statement / bare %.2f", Bench.median(rates.map { $0.statement / $0.bare })))
    }

    /// Workers that are free again at once, until nothing waits.
    private func claimRate(_ server: PostgresServer, workers: Int, _ total: Int) async throws -> Double {
        try await server.withDatabase { url in
            try await withStores(url) { stores in
                try await fill(stores[0], url, waiting: total)
                // Each has its connection and its statements.
                for store in stores {
                    for most in 1...workers { _ = try await store.claim(most, worker: "node/0", lease: .seconds(600)) }
                }
                let left = total - stores.count * workers * (workers + 1) / 2
                let claimed = Counter()
                let bells = stores.map { _ in Bell() }
                let seconds = await Bench.seconds {
                    await withTaskGroup(of: Void.self) { group in
                        for (index, (store, bell)) in zip(stores, bells).enumerated() {
                            let dispatcher = Dispatcher(bell: bell) { most in
                                try! await store.claim(most, worker: "node:\(index)/1", lease: .seconds(600))
                            }
                            group.addTask { await dispatcher.run() }
                            for _ in 0..<workers {
                                group.addTask {
                                    let (claims, hand) = AsyncStream<Claim>.makeStream()
                                    dispatcher.ask(hand)
                                    for await _ in claims {
                                        if claimed.add() == left { for bell in bells { bell.stop() } }
                                        dispatcher.ask(hand)
                                    }
                                }
                            }
                        }
                    }
                }
                return Double(left) / seconds
            }
        }
    }

    private func bareRate(_ server: PostgresServer, _ total: Int) async throws -> Double {
        try await server.withDatabase { url in
            try await sql(
                url,
                """
                CREATE TABLE jobs (number BIGSERIAL PRIMARY KEY, state TEXT, worker TEXT, source BYTEA);
                CREATE INDEX waiting ON jobs (number) WHERE state = 'waiting';
                INSERT INTO jobs (state, source) SELECT 'waiting', decode(repeat('41', 600), 'hex')
                    FROM generate_series(1, \(total));
                ANALYZE;
                """)
            return try await pgbench(
                """
                UPDATE jobs SET state = 'taken', worker = 'w' WHERE number = (
                    SELECT number FROM jobs WHERE state = 'waiting' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING number, source
                """, url, total)
        }
    }

    /// Transactions of one statement a second.
    private func pgbench(_ statement: String, _ url: String, _ total: Int) async throws -> Double {
        let script = "\(folder)/claim.sql"
        // A line of pgbench's is a statement.
        try write(statement.replacing("\n", with: " ") + ";\n", to: script)
        let ended = try await execute(
            "/usr/bin/env",
            [
                "PGOPTIONS=-c synchronous_commit=off", "pgbench", "-n", "-M", "prepared", "-f", script, "-c",
                "\(Self.clients)", "-j", "2", "-t", "\(total / Self.clients)", url,
            ])
        guard let tps = ended.output.firstMatch(of: /tps = ([0-9.]+)/).flatMap({ Double($0.1) }) else {
            fatalError("pgbench: \(ended.output) \(ended.errors)")
        }
        return tps
    }

    // MARK: Nodes

    /// As many pools as there are nodes, each with a worker that takes 50 ms for a submission, while there is enough to do.
    private func nodes(_ server: PostgresServer) async throws {
        let (time, seconds) = (Duration.milliseconds(50), 5.0)
        print("nodes with a worker each that takes 50 ms for a submission, \(Int(seconds)) s")
        var rates: [Double] = []
        let counts = [1, 2, 4]
        for count in counts {
            let rate = try await server.withDatabase { url in
                try await withStores(url, count) { stores in
                    try await fill(stores[0], url, waiting: 2000)
                    let graded = Counter()
                    let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
                    let pools = stores.map { store in
                        GradingPool(
                            configuration: GradingPool.Configuration(workers: 1), store: store, board: ProgressBoard(),
                            metrics: .daemon(), bell: Bell(), logger: logger
                        ) { submission, _ in
                            try await Task.sleep(for: time)
                            graded.add()
                            return Self.report(submission)
                        }
                    }
                    let services = ServiceGroup(configuration: .init(services: pools, logger: logger))
                    return try await withThrowingTaskGroup(of: Double?.self) { group in
                        group.addTask {
                            try await services.run()
                            return nil
                        }
                        group.addTask {
                            try await Task.sleep(for: .seconds(1))
                            let before = graded.value
                            try await Task.sleep(for: .seconds(seconds))
                            let rate = Double(graded.value - before) / seconds
                            await services.triggerGracefulShutdown()
                            return rate
                        }
                        return try await group.reduce(into: [Double]()) { if let rate = $1 { $0.append(rate) } }[0]
                    }
                }
            }
            rates.append(rate)
            print(String(format: "  %d nodes                                      %.1f /s", count, rate))
        }
        for (count, rate) in zip(counts, rates).dropFirst() {
            let ratio = rate / (Double(count) * rates[0])
            print(
                String(
                    format: "  %d nodes / %d times one %.2f  (target at least 0.95: %@)", count, count, ratio,
                    ratio >= 0.95 ? "ok" : "MISSED"))
        }
    }

    private static func report(_ submission: Submission) -> Report {
        Report(
            submission: SubmissionSummary(submission), verdict: .accepted, compile: CompileReport(), groups: [],
            sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "1", seed: "s", seconds: 1)
    }

    // MARK: Stored submissions

    /// What the queue and lists do beside 1,000 and 1,000,000 submissions that were graded long ago.
    private func stored(_ server: PostgresServer) async throws {
        let sizes = [1000, 1_000_000]
        print("operations beside \(sizes[0]) and \(sizes[1]) stored submissions")
        var times: [[String: Double]] = []
        for size in sizes {
            let time = try await server.withDatabase { url in
                try await withStores(url, 1) { stores in
                    let store = stores[0]
                    try await fill(store, url, waiting: 0, graded: size)
                    return try await operations(store)
                }
            }
            times.append(time)
        }
        for name in times[0].keys.sorted() {
            let (small, large) = (times[0][name]!, times[1][name]!)
            print(
                String(
                    format: "  %@ %.2f ms, %.2f ms, ratio %.2f  (target at most 1.5: %@)",
                    name.padding(toLength: 24, withPad: " ", startingAt: 0), small * 1000, large * 1000, large / small,
                    large / small <= 1.5 ? "ok" : "MISSED"))
        }
    }

    /// The median time of each operation, in seconds.
    private func operations(_ store: Store) async throws -> [String: Double] {
        let user = try await store.putUser("bench", role: .member)
        let limits = QueueLimits(waiting: 1_000_000, waitingOfUser: 1_000_000, rate: 1_000_000)
        var times: [String: [Double]] = [:]
        func time(_ name: String, _ body: () async throws -> Void) async throws {
            times[name, default: []].append(try await Bench.seconds(body))
        }
        for index in 0..<300 {
            let submission = Self.submission("bench-\(index)")
            try await time("queue") {
                _ = try await store.enqueue(submission, user: user, limits: limits)
            }
            var claim: Claim?
            try await time("claim") { claim = try await store.claim(1, worker: "w:1/1", lease: .seconds(60)).first }
            guard let claim else { fatalError("nothing waits") }
            try await time("finish") {
                _ = try await store.finish(claim, GradedReport(Self.report(claim.submission), json: "{}"))
            }
            try await time("list of a challenge") {
                _ = try await store.submissions(Store.Filter(challenge: "challenge-7"), before: 400, limit: 50)
            }
            try await time("list of a user") {
                _ = try await store.submissions(Store.Filter(owner: .user(user.id)), limit: 50)
            }
        }
        return times.mapValues(Bench.median)
    }

    private static func submission(_ id: String) -> Submission {
        Submission(
            id: id, challenge: "kmeans", file: "kmeans.swift", source: [UInt8](repeating: 65, count: 600), sha256: "x",
            author: nil, submittedAt: "")
    }

    // MARK: Databases

    private func withStores<Result>(
        _ url: String, _ count: Int = clients, _ body: ([Store]) async throws -> Result
    ) async throws -> Result {
        var stores: [Store] = []
        for _ in 0..<count { stores.append(try Store(.postgres(url: url))) }
        defer { for store in stores { try? store.close() } }
        return try await body(stores)
    }

    /// Writes submissions of twenty users, as the store would have done.
    private func fill(
        _ store: Store, _ url: String, waiting: Int, graded: Int = 0
    ) async throws {
        for index in 0..<20 { _ = try await store.putUser("user-\(index)", role: .member) }
        try await sql(
            url,
            """
            INSERT INTO submissions (id, user_id, challenge, file, sha256, submitted_at, phase, verdict, ended_at)
                SELECT 'graded-' || n, n % 20 + 1, 'challenge-' || n % 30, 'a.swift', 'sha', n, 'graded', 'accepted', n
                FROM generate_series(1, \(graded)) AS n;
            INSERT INTO submissions (id, user_id, challenge, file, sha256, submitted_at, phase)
                SELECT 'waiting-' || n, n % 20 + 1, 'challenge-' || n % 30, 'a.swift', 'sha', n, 'queued'
                FROM generate_series(1, \(waiting)) AS n;
            INSERT INTO queue (submission, sender, turn, attempt, stage)
                SELECT number, user_id, row_number() OVER (PARTITION BY user_id ORDER BY number), 0, 'queued'
                FROM submissions WHERE phase = 'queued';
            INSERT INTO sources SELECT number, decode(repeat('41', 600), 'hex') FROM submissions;
            INSERT INTO reports SELECT number, 1, repeat('x', 3000) FROM submissions WHERE phase = 'graded';
            ANALYZE;
            """)
    }

    private func sql(_ url: String, _ statements: String) async throws {
        let ended = try await execute("/usr/bin/env", ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-c", statements, url])
        guard ended.status == 0 else { fatalError("psql: \(ended.errors)") }
    }
}

/// A number that many threads raise.
private final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    @discardableResult func add() -> Int { count.add(1, ordering: .relaxed).newValue }
    var value: Int { count.load(ordering: .relaxed) }
}
