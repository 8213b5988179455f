import CPostgres
import Foundation
import Synchronization

internal import JudgeCore

/// A database of PostgreSQL, through a few connections, each of which has a thread of its own: libpq waits there, and nowhere
/// else.
final class PostgresEngine: Engine {
    private let name: String
    private let url: String
    private let pool: WorkerThreads<PostgresConnection>

    /// Connects, and brings the database up to this version's form if need be, one judge at a time.
    ///
    /// - Throws: `JudgeError` `database-unreachable`, `database-unusable`.
    init(url: String, connections: Int = 4) throws {
        self.url = url
        name = Self.withoutPassword(url)
        pool = WorkerThreads(count: connections)
        do {
            try Self.migrate(PostgresConnection.open(url: url), name: name)
        } catch let error as PostgresError {
            throw Self.unusable(name, error)
        }
    }

    /// Whether the database can be connected to and is not of a newer judge; changes nothing in it.
    static func check(url: String) throws {
        let name = withoutPassword(url)
        do {
            let connection = try PostgresConnection.open(url: url)
            guard try connection.run("SELECT to_regclass('judge_steps')")?.text(0, 0) != nil else { return }
            try refuseNewer(connection, name)
        } catch let error as PostgresError {
            throw unusable(name, error)
        }
    }

    deinit { pool.close() }

    func close() throws { pool.close() }

    // MARK: Transactions

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value {
        try await transaction { connection in try body(PostgresDatabase(connection)) }
    }

    /// Others may have changed it, and tell so a moment later: it is read each time.
    func read<Value: Sendable>(
        _ key: ReadCache.Key, _ body: @escaping @Sendable (any Database) throws -> Value?
    ) async throws -> Value? {
        try await read(body)
    }

    func write<Value: Sendable>(
        isLasting: Bool, _ body: @escaping @Sendable (any Database) throws -> Value
    ) async throws -> Value {
        try await transaction { connection in
            let begin = "BEGIN; " + (isLasting ? "SET LOCAL synchronous_commit TO DEFAULT; " : "")
            let database = PostgresDatabase(connection)
            database.time = try Self.time(connection, after: begin)
            let value: Value
            do { value = try body(database) } catch {
                // Where even that fails the connection is given up, and the server does the same.
                if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
                throw error
            }
            do { try connection.run("COMMIT") } catch let error as PostgresError where error.isOfConnection {
                throw Uncertain(error: error)
            }
            // Only now: those who tell something wait for each other until their commits are on the disk. Where this is lost
            // the others find it out a second later, as they do what was told while they were cut off.
            if !database.notices.isEmpty {
                let telling = database.notices.map { "pg_notify('judge', \(connection.quoted($0)))" }
                _ = try? connection.run("SELECT \(telling.joined(separator: ", "))")
            }
            return value
        }
    }

    /// Without the messages that begin and end a transaction: a statement is one of its own.
    func writeOne<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value {
        try await transaction { try body(PostgresDatabase($0)) }
    }

    /// Nobody knows whether the change was made: the connection broke while the server was told to.
    private struct Uncertain: Error {
        let error: PostgresError
    }

    /// Runs `body` on a connection, and again on a new one where that broke before anything could have been changed.
    private func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            pool.add { [url] kept in
                continuation.resume(returning: Result { try Self.attempts(url, &kept, body) })
            } refused: {
                continuation.resume(returning: .failure(PostgresError(message: "it was closed")))
            }
        }
        do { return try result.get() } catch let error as PostgresError {
            throw Self.unusable(name, error)
        } catch let error as Uncertain {
            let told = Self.unusable(name, error.error)
            throw JudgeError(
                told.kind, told.code, told.message + "; whether the last change was made is not known")
        }
    }

    private static func attempts<Value>(
        _ url: String, _ kept: inout PostgresConnection?, _ body: (PostgresConnection) throws -> Value
    ) throws -> Value {
        var tries = 0
        while true {
            tries += 1
            let isNew = kept == nil
            do {
                let connection = try kept ?? PostgresConnection.open(url: url)
                kept = connection
                defer { if connection.isBroken || connection.isInTransaction { kept = nil } }
                return try body(connection)
            } catch let error as PostgresError {
                if error.isPassing, tries < 5 {
                    // The one that was in the way should be through when this begins again.
                    usleep(UInt32.random(in: 1000...(10_000 << UInt32(tries))))
                    continue
                }
                // A kept connection may have broken while nobody looked; that a new one breaks is a trouble to be told.
                guard error.isOfConnection else { throw error }
                kept = nil
                guard !isNew else { throw error }
            }
        }
    }

    /// Milliseconds since 1970 by the server's clock.
    fileprivate static func time(_ connection: PostgresConnection, after statements: String = "") throws -> Timestamp {
        let answer = try connection.run(
            statements + "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
        guard let text = answer?.text(0, 0), let milliseconds = Int64(text) else {
            throw PostgresError(message: "the server does not tell the time")
        }
        return Timestamp(milliseconds: milliseconds)
    }

    // MARK: The form of the tables

    /// "judge" in ASCII: who holds this lock of the database brings it up to date.
    private static let stepsLock = 0x6A_75_64_67_65
    /// Who holds this one leads.
    fileprivate static let leadLock = stepsLock + 1

    private static func migrate(_ connection: PostgresConnection, name: String) throws {
        try connection.run("BEGIN; SELECT pg_advisory_xact_lock(\(stepsLock))")
        try connection.run(
            """
            CREATE COLLATION IF NOT EXISTS judge_nocase
                (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            CREATE TABLE IF NOT EXISTS judge_steps (name TEXT COLLATE "C" PRIMARY KEY);
            """)
        let done = try refuseNewer(connection, name)
        for step in Schema.steps where !done.contains(step.name) {
            try connection.run(Dialect.postgres.definition(step.statements))
            try connection.run("INSERT INTO judge_steps VALUES (\(connection.quoted(step.name)))")
        }
        try connection.run("COMMIT")
    }

    /// The steps that were taken.
    @discardableResult
    private static func refuseNewer(_ connection: PostgresConnection, _ name: String) throws -> Set<String> {
        let answer = try connection.query("SELECT name FROM judge_steps", [])
        let done = Set((0..<answer.count).compactMap { answer.text($0, 0) })
        guard done.isSubset(of: Schema.steps.map(\.name)) else {
            throw JudgeError(
                .usage, "database-unusable",
                "\(name) was written by a newer judge; use that one, or another database")
        }
        return done
    }

    /// The server watches over its files itself. What is looked at here is that all tables can be read.
    func faults() async throws -> [String] {
        try await read { database in
            let tables = try database.all(
                sql: "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
            ) { $0[0] as String }
            return Schema.tables.filter { !tables.contains($0) }.map { "the table \($0) is missing" }
        }
    }

    // MARK: Notices

    func notices(seeksLead: Bool) -> AsyncStream<Notice> {
        let (stream, continuation) = AsyncStream<Notice>.makeStream(bufferingPolicy: .bufferingNewest(10_000))
        let ear = PostgresEar(url: url, seeksLead: seeksLead) { continuation.yield($0) }
        continuation.onTermination = { _ in ear.stop() }
        return stream
    }

    // MARK: Messages

    static func withoutPassword(_ url: String) -> String {
        guard var parts = URLComponents(string: url), parts.password != nil || parts.queryItems != nil else {
            return url
        }
        parts.password = nil
        let secrets = ["password", "sslpassword"]
        parts.queryItems = parts.queryItems?.filter { !secrets.contains($0.name) }
        if parts.queryItems?.isEmpty == true { parts.queryItems = nil }
        return parts.string ?? "postgres://…"
    }

    private static func unusable(_ name: String, _ error: PostgresError) -> JudgeError {
        guard let state = error.state else {
            return JudgeError(
                .unavailable, "database-unreachable",
                "the database \(name) cannot be reached: \(error.message.escapingControls)")
        }
        let kind: JudgeError.Kind
        var code = "database-unusable"
        let advice: String
        switch state {
        case "3D000": (kind, advice) = (.usage, "; make it with createdb, or name another --database")
        case "28P01", "28000": (kind, advice) = (.usage, "; a password belongs into ~/.pgpass or the URL")
        case "42501": (kind, advice) = (.usage, "; let this user make tables in the database")
        case "53100": (kind, advice) = (.unavailable, "; is the disk of the server full?")
        case "53300":
            (kind, code, advice) = (.unavailable, "database-unreachable", "; raise max_connections, or use fewer nodes")
        case "25006": (kind, advice) = (.unavailable, "; it is a standby")
        case let state where state.hasPrefix("57") || state.hasPrefix("08") || state.hasPrefix("53"):
            (kind, code, advice) = (.unavailable, "database-unreachable", "")
        // Others were in the way for too long.
        case let state where state.hasPrefix("40") || state == "55P03": (kind, advice) = (.unavailable, "")
        default: (kind, advice) = (.failure, " (SQLSTATE \(state))")
        }
        return JudgeError(
            kind, code, "the database \(name) cannot be used: \(error.message.escapingControls)\(advice)")
    }
}

/// A connection within a transaction.
private final class PostgresDatabase: Database {
    let connection: PostgresConnection
    var time: Timestamp?
    var notices: [String] = []

    init(_ connection: PostgresConnection) { self.connection = connection }

    var dialect: Dialect { .postgres }

    var now: Timestamp {
        get throws {
            if let time { return time }
            let time = try PostgresEngine.time(connection)
            self.time = time
            return time
        }
    }

    func execute(sql: String, arguments: [(any ColumnValue)?]) throws -> Int {
        try connection.query(sql, arguments.map { $0?.postgres }).changed
    }

    func forEach(sql: String, arguments: [(any ColumnValue)?], _ body: (any Row) throws -> Bool) throws {
        let answer = try connection.query(sql, arguments.map { $0?.postgres })
        for index in 0..<answer.count {
            guard try body(PostgresRow(answer: answer, index: index)) else { return }
        }
    }

    func columns(of table: String) throws -> [(name: String, type: String)] {
        try all(
            sql: """
                SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position
                """, arguments: [table]
        ) { ($0["name"], $0["type"]) }
    }

    func lock(_ lock: TransactionLock) throws {
        switch lock {
        case .sending(let user):
            try forEach(sql: "SELECT pg_advisory_xact_lock(?, ?)", arguments: [Self.sending, user]) { _ in true }
        case .publishing:
            try forEach(sql: "SELECT pg_advisory_xact_lock(?, ?)", arguments: [Self.publishing, 0]) { _ in true }
        }
    }

    /// The first halves of the keys of locks.
    private static let sending = 1
    private static let publishing = 2

    func tell(_ notice: Notice) {
        if !notices.contains(notice.word) { notices.append(notice.word) }
    }
}

extension Notice {
    /// What goes over the wire.
    var word: String {
        switch self {
        case .queue: "queue"
        case .outbox: "outbox"
        case .challenges: "challenges"
        case .submission(let id): "submission \(id)"
        case .progress(let progress, let id, let node):
            "progress \(id) \(node) \(String(decoding: (try? JSONEncoder().encode(progress)) ?? Data(), as: UTF8.self))"
        case .leads: "leads"
        }
    }

    init?(word: String) {
        let parts = word.split(separator: " ", maxSplits: 3)
        switch parts.first {
        case "queue": self = .queue
        case "outbox": self = .outbox
        case "challenges": self = .challenges
        case "submission" where parts.count == 2: self = .submission(String(parts[1]))
        case "progress" where parts.count == 4:
            guard let progress = try? JSONDecoder().decode(GradingProgress.self, from: Data(parts[3].utf8)) else {
                return nil
            }
            self = .progress(progress, of: String(parts[1]), by: String(parts[2]))
        default: return nil
        }
    }
}

/// Listens to what others have committed, on a connection and a thread of its own. While the server cannot be reached nothing
/// is heard; afterwards everything may have changed, so that everybody is called once.
///
/// Of all that seek the lead one has it: who holds an advisory lock of the database, which lasts as long as the connection.
private final class PostgresEar: Sendable {
    private let wake: (read: Int32, write: Int32)
    private let isStopped = Atomic<Bool>(false)

    /// How often whoever does not have the lead asks for it, and whoever has it makes sure of its connection.
    private static let pause = Duration.seconds(2)

    init(url: String, seeksLead: Bool, hear: @escaping @Sendable (Notice) -> Void) {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = (ends[0], ends[1])
        let thread = Thread { [self] in
            while !isStopped.load(ordering: .relaxed) {
                do { try listen(PostgresConnection.open(url: url), seeksLead, hear) } catch {
                    if seeksLead { hear(.leads(false)) }
                    var descriptor = pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0)
                    poll(&descriptor, 1, 1000)
                }
            }
        }
        thread.name = "judge-listen"
        thread.start()
    }

    // Only when neither the thread nor whoever stops it has it in hand.
    deinit {
        close(wake.read)
        close(wake.write)
    }

    private func listen(
        _ connection: PostgresConnection, _ seeksLead: Bool, _ hear: (Notice) -> Void
    ) throws {
        try connection.run("LISTEN judge")
        hear(.queue)
        hear(.outbox)
        hear(.challenges)
        var leads = false
        while !isStopped.load(ordering: .relaxed) {
            if leads {
                try connection.run("SELECT 1")
            } else if seeksLead {
                leads = try connection.run("SELECT pg_try_advisory_lock(\(PostgresEngine.leadLock))")?.text(0, 0) == "t"
                if leads { hear(.leads(true)) }
            }
            let next = ContinuousClock.now + Self.pause
            while !isStopped.load(ordering: .relaxed), next > .now {
                for payload in try connection.notifications(next - .now, wake: wake.read) {
                    if let notice = Notice(word: payload) { hear(notice) }
                }
            }
        }
    }

    func stop() {
        isStopped.store(true, ordering: .relaxed)
        _ = write(wake.write, "x", 1)
    }
}

/// A few threads that do one piece of work after the other, each with something of its own that it keeps in between.
private final class WorkerThreads<Own>: Sendable {
    private struct Job: Sendable {
        let run: @Sendable (inout Own?) -> Void
        let refused: @Sendable () -> Void
    }
    private struct State {
        /// What waits for a thread while all are at work.
        var jobs: [Job] = []
        /// The threads that have nothing to do; the last one was at work last, and what it owns is warm.
        var idle: [Int] = []
        var isClosed = false
    }
    private let state = Mutex(State())
    private let calls: [DispatchSemaphore]
    private let ended = DispatchSemaphore(value: 0)

    init(count: Int) {
        calls = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        for index in 0..<count {
            let thread = Thread { [self] in
                var own: Own?
                while let job = next(for: index) { job.run(&own) }
                own = nil
                ended.signal()
            }
            thread.name = "judge-postgres-\(index)"
            thread.start()
        }
    }

    private func next(for index: Int) -> Job? {
        while true {
            let (job, isOver) = state.withLock { state -> (Job?, Bool) in
                if !state.jobs.isEmpty { return (state.jobs.removeFirst(), false) }
                if !state.isClosed { state.idle.append(index) }
                return (nil, state.isClosed)
            }
            if job != nil || isOver { return job }
            calls[index].wait()
        }
    }

    func add(_ run: @escaping @Sendable (inout Own?) -> Void, refused: @escaping @Sendable () -> Void) {
        let (isTaken, thread) = state.withLock { state -> (Bool, Int?) in
            guard !state.isClosed else { return (false, nil) }
            state.jobs.append(Job(run: run, refused: refused))
            return (true, state.idle.popLast())
        }
        guard isTaken else { return refused() }
        if let thread { calls[thread].signal() }
    }

    /// Does what was added before, then ends the threads.
    func close() {
        let idle: [Int]? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        guard let idle else { return }
        for thread in idle { calls[thread].signal() }
        for _ in calls { ended.wait() }
    }
}
