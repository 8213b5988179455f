import CPostgres
import Foundation

/// What PostgreSQL, or the way to it, has against a request.
struct PostgresError: Error {
    /// The five characters of SQLSTATE; `nil` where no answer came.
    var state: String?
    var message: String

    /// Whether a new connection may help: this one broke, the server ends, it is a standby, or the tables have changed under
    /// prepared statements ("cached plan must not change result type").
    var isOfConnection: Bool {
        guard let state else { return true }
        return state.hasPrefix("08") || state.hasPrefix("57P") || ["25006", "26000", "0A000"].contains(state)
    }

    /// Whether the same transaction may well go through a moment later: others were in its way.
    var isPassing: Bool { state == "40001" || state == "40P01" }
}

/// One connection to PostgreSQL through libpq, used by one thread. It never waits without an end: what takes longer than its
/// patience counts as a broken connection.
final class PostgresConnection {
    private let handle: OpaquePointer
    private var prepared: [String: Prepared] = [:]
    /// What the server is waited for; statements themselves are given up by the server a little earlier.
    static let patience = Duration.seconds(20)

    private struct Prepared {
        let name: String
        /// The types of its arguments, as the server has inferred them.
        let types: [Oid]
    }

    /// Connects.
    ///
    /// - Parameter url: `postgres://…`, with all that libpq knows in it: several hosts, `sslmode`, `passfile`.
    init(url: String) throws {
        // Later words take the place of earlier ones, and those of the URL stand where it has them.
        let words: [(String, String)] = [
            ("target_session_attrs", "read-write"), ("connect_timeout", "5"), ("application_name", "judge"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"),
            ("options", "-c statement_timeout=15s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s"),
            ("dbname", url), ("client_encoding", "UTF8"),
        ]
        handle = try Self.withTexts(words.map(\.0)) { keys in
            try Self.withTexts(words.map(\.1)) { values in
                guard let handle = PQconnectStartParams(keys, values, 1) else {
                    throw PostgresError(message: "libpq has no memory")
                }
                return handle
            }
        }
        // Hints that nobody asked for; what went wrong comes as an error.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        try connect()
    }

    deinit { PQfinish(handle) }

    private func connect() throws {
        guard PQstatus(handle) != CONNECTION_BAD else { throw failure() }
        // Only so does a server that refuses a connection say why by a number, too.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        // Per host connect_timeout ends it; this is for what that does not see.
        let deadline = ContinuousClock.now + .seconds(30)
        var step = PGRES_POLLING_WRITING
        while step != PGRES_POLLING_OK {
            switch step {
            case PGRES_POLLING_READING: try wait(POLLIN, until: deadline)
            case PGRES_POLLING_WRITING: try wait(POLLOUT, until: deadline)
            default: throw failure()
            }
            step = PQconnectPoll(handle)
        }
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        guard PQsetnonblocking(handle, 1) == 0 else { throw failure() }
        // Whatever must last says so, and then has what the server's administrator wants for that.
        try run("SET synchronous_commit = off")
    }

    // MARK: Statements

    /// Runs statements without arguments, and gives the answer of the last one that had rows.
    @discardableResult
    func run(_ statements: String) throws -> PostgresAnswer? {
        try send(PQsendQuery(handle, statements))
        var answer: PostgresAnswer?
        while let next = try receive() { if next.count > 0 || answer == nil { answer = next } }
        return answer
    }

    /// Runs one statement, prepared the first time.
    func query(_ sql: String, _ arguments: [PostgresValue?]) throws -> PostgresAnswer {
        let statement = try prepare(sql)
        guard statement.types.count == arguments.count else {
            throw PostgresError(state: "07001", message: "\(arguments.count) arguments for: \(sql)")
        }
        let bytes = zip(arguments, statement.types).map { $0?.bytes(as: $1) }
        let flat = bytes.reduce(into: [UInt8]()) { $0 += $1 ?? [] }
        try flat.withUnsafeBytes { flat in
            // An address for each, also for those of no bytes: no address is NULL.
            let base = flat.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
            var values: [UnsafePointer<CChar>?] = []
            var offset = 0
            for item in bytes {
                values.append(item == nil ? nil : (base ?? Self.nothing) + offset)
                offset += item?.count ?? 0
            }
            try send(
                PQsendQueryPrepared(
                    handle, statement.name, Int32(arguments.count), values, bytes.map { Int32($0?.count ?? 0) },
                    bytes.map { _ in 1 }, 1))
        }
        return try only()
    }

    private nonisolated(unsafe) static let nothing = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))

    private func prepare(_ sql: String) throws -> Prepared {
        if let known = prepared[sql] { return known }
        let name = "s\(prepared.count)"
        try send(PQsendPrepare(handle, name, Dialect.postgres.statement(sql), 0, nil))
        _ = try only()
        try send(PQsendDescribePrepared(handle, name))
        let description = try only()
        let statement = Prepared(name: name, types: description.parameterTypes)
        prepared[sql] = statement
        return statement
    }

    private func only() throws -> PostgresAnswer {
        guard let answer = try receive() else { throw PostgresError(message: "the server did not answer") }
        while try receive() != nil {}
        return answer
    }

    private func send(_ sent: Int32) throws {
        guard sent == 1 else { throw failure() }
        let deadline = ContinuousClock.now + Self.patience
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                try wait(POLLIN | POLLOUT, until: deadline)
                // The server may have to get rid of something before it takes more.
                guard PQconsumeInput(handle) == 1 else { throw failure() }
            default: throw failure()
            }
        }
    }

    /// The next answer; `nil` when there are no more. The rest is passed over where one is a refusal.
    private func receive() throws -> PostgresAnswer? {
        let deadline = ContinuousClock.now + Self.patience
        while PQisBusy(handle) == 1 {
            try wait(POLLIN, until: deadline)
            guard PQconsumeInput(handle) == 1 else { throw failure() }
        }
        guard let result = PQgetResult(handle) else { return nil }
        let answer = PostgresAnswer(result)
        if let refusal = answer.refusal {
            if PQstatus(handle) == CONNECTION_OK { while let rest = PQgetResult(handle) { PQclear(rest) } }
            throw refusal
        }
        return answer
    }

    // MARK: Transactions

    /// Where the server says that it is.
    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }
    var isBroken: Bool { PQstatus(handle) != CONNECTION_OK || PQtransactionStatus(handle) == PQTRANS_UNKNOWN }

    /// `text` as a literal of SQL.
    func quoted(_ text: String) -> String {
        guard let quoted = PQescapeLiteral(handle, text, text.utf8.count) else { return "''" }
        defer { PQfreemem(quoted) }
        return String(cString: quoted)
    }

    // MARK: Notices

    /// What was told on channels that it listens to, after waiting for as long as `time`; `wake` ends the wait.
    func notifications(_ time: Duration, wake: Int32) throws -> [String] {
        var descriptors = [
            pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0),
            pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, 2, Int32(max(time, .zero) / .milliseconds(1)) + 1)
        guard PQconsumeInput(handle) == 1 else { throw failure() }
        var found: [String] = []
        while let notice = PQnotifies(handle) {
            found.append(String(cString: notice.pointee.extra))
            PQfreemem(notice)
        }
        return found
    }

    // MARK: Below

    private func wait(_ events: Int32, until deadline: ContinuousClock.Instant) throws {
        let left = deadline - .now
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
        guard left > .zero, poll(&descriptor, 1, Int32(min(left, .seconds(60)) / .milliseconds(1)) + 1) != 0 else {
            throw PostgresError(message: "the server has not answered for \(Self.patience.components.seconds) seconds")
        }
    }

    private func failure() -> PostgresError {
        let text = String(cString: PQerrorMessage(handle))
        let told = text.firstMatch(of: /: +(?=[A-Z]*[0-9])([0-9A-Z]{5}): +(.*)/)
        return PostgresError(
            state: told.map { String($0.1) }, message: told.map { String($0.2) } ?? PostgresAnswer.line(text))
    }

    private static func withTexts<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) throws -> Result
    ) rethrows -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return try (copies.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { try body($0.baseAddress!) }
    }
}
