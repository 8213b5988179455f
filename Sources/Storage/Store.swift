import Foundation
import GRDB

internal import JudgeCore

/// What the judge remembers: users and their tokens, submissions with their events, attempts and reports.
///
/// A SQLite file in WAL mode. Each operation is one transaction, and what it wrote is on the disk when it returns. Several
/// processes may have the same file open; whose turn it is to grade a submission is settled by leases (``claim(worker:lease:now:)``).
package final class Store: Sendable {
    /// The database file.
    package let path: String
    let pool: DatabasePool
    let cache: ReadCache

    /// Opens the database at `path`, making it, or bringing it up to this version's form, if need be.
    ///
    /// - Throws: `JudgeError` `database-unusable` when the file cannot be opened, is no database, or is of a newer judge.
    package init(path: String) throws {
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
    package static func check(path: String) throws {
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

    private static func newer(_ path: String) -> JudgeError {
        JudgeError(.usage, "database-unusable", "\(path) was written by a newer judge; use that one, or another file")
    }

    /// Closes the file. What is under way ends first.
    package func close() throws {
        try cache.close()
        try pool.close()
    }

    /// What SQLite finds wrong with the file; empty when all is well.
    package func faults() async throws -> [String] {
        try await reading { try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
    }

    func reading<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do { return try await pool.read(body) } catch let error as DatabaseError { throw Self.unusable(path, error) }
    }

    /// Reads what was read before and has not changed since.
    func reading<Value: Sendable>(
        _ key: ReadCache.Key, _ body: @escaping @Sendable (Database) throws -> Value?
    ) async throws -> Value? {
        do {
            return try await cache.value(key) { try await pool.read(body) }
        } catch let error as DatabaseError { throw Self.unusable(path, error) }
    }

    /// Writes. Not cut short by the cancellation of whoever asked: what a worker has to say at its end must get through.
    ///
    /// - Parameter isLasting: whether it must outlast a crash of the host. Who holds what need not: after that nobody does. It
    ///   then costs no wait for the disk, and is on it with the next write that must last.
    func writing<Value: Sendable>(
        isLasting: Bool = true, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                pool.asyncWriteWithoutTransaction { [cache] database in
                    let result = Result {
                        if !isLasting { try database.execute(sql: "PRAGMA synchronous = NORMAL") }
                        defer { if !isLasting { try? database.execute(sql: "PRAGMA synchronous = FULL") } }
                        var value: Value?
                        try database.inTransaction(.immediate) {
                            value = try body(database)
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
