import Foundation
import GRDB

internal import JudgeCore

/// A SQLite file in WAL mode, through GRDB: one writer at a time, many readers beside it.
final class SQLiteEngine: Engine {
    private let path: String
    private let pool: DatabasePool
    private let cache: ReadCache

    /// Opens the file at `path`, making it, or bringing it up to this version's form, if need be.
    ///
    /// - Throws: `JudgeError` `database-unusable`.
    init(path: String) throws {
        self.path = path
        // Ours alone, as SQLite makes its other files like this one.
        let made = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if made >= 0 { Foundation.close(made) }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(20)
        configuration.label = "judge"
        configuration.prepareDatabase { database in
            // GRDB's NORMAL survives the end of the process, FULL also that of the host: what was answered must stay.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            let migrator = Self.migrator
            if try pool.read(migrator.hasBeenSuperseded) { throw Self.newer(path) }
            try migrator.migrate(pool)
            cache = try ReadCache(path: path)
        } catch let error as DatabaseError {
            throw Self.unusable(path, error)
        }
    }

    /// Whether the database at `path` could be opened, or made; changes nothing in it.
    ///
    /// - Throws: `JudgeError` `database-unusable`.
    static func check(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard access(folder, W_OK) == 0 else {
                throw JudgeError(.usage, "database-unusable", "\(folder) cannot be written; name another --database")
            }
            return
        }
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            if try queue.read(migrator.hasBeenSuperseded) { throw newer(path) }
        } catch let error as DatabaseError {
            throw unusable(path, error)
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in Schema.steps {
            migrator.registerMigration(step.name) { try $0.execute(sql: Dialect.sqlite.definition(step.statements)) }
        }
        return migrator
    }

    private static func newer(_ path: String) -> JudgeError {
        JudgeError(.usage, "database-unusable", "\(path) was written by a newer judge; use that one, or another file")
    }

    func close() throws {
        try cache.close()
        try pool.close()
    }

    func faults() async throws -> [String] {
        try await read { database in
            try database.all(sql: "PRAGMA integrity_check") { $0[0] as String }.filter { $0 != "ok" }
        }
    }

    /// Nobody tells what others have written into the file, and a daemon has it for itself.
    func notices(seeksLead: Bool) -> AsyncStream<Notice> {
        AsyncStream { if seeksLead { $0.yield(.leads(true)) } }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value {
        do { return try await pool.read { try body(SQLiteDatabase($0)) } } catch let error as DatabaseError {
            throw Self.unusable(path, error)
        }
    }

    func read<Value: Sendable>(
        _ key: ReadCache.Key, _ body: @escaping @Sendable (any Database) throws -> Value?
    ) async throws -> Value? {
        do {
            return try await cache.value(key) { try await pool.read { try body(SQLiteDatabase($0)) } }
        } catch let error as DatabaseError { throw Self.unusable(path, error) }
    }

    /// What need not last costs no wait for the disk, and is on it with the next write that must last.
    func write<Value: Sendable>(
        isLasting: Bool, _ body: @escaping @Sendable (any Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                pool.asyncWriteWithoutTransaction { [cache] database in
                    let result = Result {
                        if !isLasting { try database.execute(sql: "PRAGMA synchronous = NORMAL") }
                        defer { if !isLasting { try? database.execute(sql: "PRAGMA synchronous = FULL") } }
                        var value: Value?
                        try database.inTransaction(.immediate) {
                            value = try body(SQLiteDatabase(database))
                            return .commit
                        }
                        return value!
                    }
                    // Before whoever wrote goes on, who may read what they wrote.
                    cache.forget()
                    continuation.resume(with: result)
                }
            }
        } catch let error as DatabaseError { throw Self.unusable(path, error) }
    }

    func writeOne<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value {
        try await write(isLasting: false, body)
    }

    private static func unusable(_ path: String, _ error: DatabaseError) -> JudgeError {
        let what = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        let kind: JudgeError.Kind
        let advice: String
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            (kind, advice) = (.usage, "; put a backup in its place, or move it away and begin a new one")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            (kind, advice) = (.usage, "; name a file that can be written")
        case .SQLITE_FULL, .SQLITE_IOERR: (kind, advice) = (.unavailable, "; is the disk full?")
        case .SQLITE_BUSY: (kind, advice) = (.unavailable, "; another process holds it")
        default: (kind, advice) = (.failure, "")
        }
        return JudgeError(kind, "database-unusable", "the database \(path) cannot be used: \(what)\(advice)")
    }
}

/// A connection of GRDB within a transaction. Statements are compiled once for each connection.
private struct SQLiteDatabase: Database {
    let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    var now: Timestamp { .now }
    var dialect: Dialect { .sqlite }

    func execute(sql: String, arguments: [(any ColumnValue)?]) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: Self.made(arguments))
        return database.changesCount
    }

    func forEach(sql: String, arguments: [(any ColumnValue)?], _ body: (any Row) throws -> Bool) throws {
        let rows = try GRDB.Row.fetchCursor(
            try database.cachedStatement(sql: sql), arguments: Self.made(arguments))
        while let row = try rows.next() {
            guard try body(SQLiteRow(row: row)) else { return }
        }
    }

    func columns(of table: String) throws -> [(name: String, type: String)] {
        try all(sql: "SELECT name, type FROM pragma_table_info(?) ORDER BY cid", arguments: [table]) {
            ($0["name"], $0["type"])
        }
    }

    /// There is one writer at a time.
    func lock(_ lock: TransactionLock) {}

    /// They are in the same process, and are told there.
    func tell(_ notice: Notice) {}

    private static func made(_ arguments: [(any ColumnValue)?]) -> StatementArguments {
        StatementArguments(arguments.map { $0?.databaseValue ?? .null })
    }
}

private struct SQLiteRow: Row {
    let row: GRDB.Row

    func value<Value: ColumnValue>(_ column: String) -> Value? { row[column] }
    func value<Value: ColumnValue>(at index: Int) -> Value? { row[index] }
}
