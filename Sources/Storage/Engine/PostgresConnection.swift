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

    /// Connects to the first of the hosts that the URL names that can be written to.
    ///
    /// libpq would do that by itself, but one that is silent would use up the time for all: whoever does not wait inside of it
    /// is not served its `connect_timeout`.
    ///
    /// - Parameter url: `postgres://…`, with all that libpq knows in it: several hosts, `sslmode`, `passfile`.
    static func open(url: String) throws -> PostgresConnection {
        let words = try words(of: url)
        let hosts = hosts(words)
        // With several of them the next one is asked soon; with one there is nothing else to be done.
        let asked = words["connect_timeout"].flatMap(Int.init) ?? 0
        let patience = asked > 0 ? max(2, asked) : hosts.count > 1 ? 5 : 30
        var failures: [PostgresError] = []
        for host in hosts {
            do {
                return try PostgresConnection(url: url, at: host, patience: .seconds(patience))
            } catch let error as PostgresError { failures.append(error) }
        }
        // What a server says is worth more than that another one says nothing, or is a standby.
        let told = failures.first { $0.state != nil }
        throw told ?? PostgresError(message: failures.map(\.message).joined(separator: "; "))
    }

    /// What a URL says, by libpq's words for it.
    private static func words(of url: String) throws -> [String: String] {
        var reason: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &reason) else {
            defer { PQfreemem(reason) }
            throw PostgresError(message: PostgresAnswer.line(reason.map { String(cString: $0) } ?? "it is no URL"))
        }
        defer { PQconninfoFree(options) }
        var words: [String: String] = [:]
        var option = options
        while let word = option.pointee.keyword {
            if let value = option.pointee.val { words[String(cString: word)] = String(cString: value) }
            option += 1
        }
        return words
    }

    /// What names each of several hosts alone; nothing where there is one, or that is left to libpq.
    private static func hosts(_ words: [String: String]) -> [[(String, String)]] {
        func list(_ word: String) -> [String]? {
            words[word]?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = [("host", list("host")), ("hostaddr", list("hostaddr"))].compactMap { word, list in
            list.map { (word, $0) }
        }
        let count = names.first?.1.count ?? 0
        guard count > 1, names.allSatisfy({ $1.count == count && !$1.contains("") }) else { return [[]] }
        let ports = list("port") ?? []
        guard ports.count < 2 || ports.count == count else { return [[]] }
        return (0..<count).map { index in
            let port = ports.count < 2 ? [] : [("port", ports[index].isEmpty ? "5432" : ports[index])]
            return names.map { ($0, $1[index]) } + port
        }
    }

    private init(url: String, at host: [(String, String)], patience: Duration) throws {
        // Later words take the place of earlier ones, and those of the URL stand where it has them.
        let words: [(String, String)] =
            [
                ("target_session_attrs", "read-write"), ("application_name", "judge"),
                ("keepalives_idle", "3"), ("keepalives_interval", "1"), ("keepalives_count", "5"),
                ("tcp_user_timeout", "8000"),
                ("options", Self.settings), ("dbname", url), ("client_encoding", "UTF8"),
            ] + host
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
        try connect(patience)
    }

    /// What the server is to do for the connection. When a host is cut off the server must notice as soon as the host does:
    /// until then nobody else gets what the connection holds, such as the lead, or locks of what was under way. Others wait for
    /// those a little longer than that.
    ///
    /// A statement is planned once: what it looks for an index finds whatever its arguments are, and planning takes longer than
    /// that.
    private static let settings = """
        -c plan_cache_mode=force_generic_plan \
        -c statement_timeout=15s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s \
        -c tcp_keepalives_idle=3 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=5 -c tcp_user_timeout=8s
        """

    deinit { PQfinish(handle) }

    private func connect(_ patience: Duration) throws {
        guard PQstatus(handle) != CONNECTION_BAD else { throw failure() }
        // Only so does a server that refuses a connection say why by a number, too.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        let deadline = ContinuousClock.now + patience
        var step = PGRES_POLLING_WRITING
        while step != PGRES_POLLING_OK {
            switch step {
            case PGRES_POLLING_READING: try wait(POLLIN, until: deadline, patience)
            case PGRES_POLLING_WRITING: try wait(POLLOUT, until: deadline, patience)
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

    private func wait(
        _ events: Int32, until deadline: ContinuousClock.Instant, _ patience: Duration = patience
    ) throws {
        let left = deadline - .now
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
        guard left > .zero, poll(&descriptor, 1, Int32(min(left, .seconds(60)) / .milliseconds(1)) + 1) != 0 else {
            throw PostgresError(message: "the server has not answered for \(patience.components.seconds) seconds")
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
