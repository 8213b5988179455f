import Foundation

package import JudgeCore

/// What the judge remembers: users and their tokens, submissions with their events, attempts and reports.
///
/// Each operation is one transaction, and what it wrote is on the disk when it returns. Several processes may use the same
/// database; whose turn it is to grade a submission is settled by leases (``claim(worker:lease:now:)``). Where an operation
/// takes a time, that is for tests and for what happened before: without one it is the time by the database's clock.
package final class Store: Sendable {
    /// Where it is.
    package let location: StoreLocation
    let engine: any Engine

    /// Opens the database, making its tables, or bringing them up to this version's form, if need be.
    ///
    /// - Throws: `JudgeError` `database-unusable` when it cannot be opened, is no database, or is of a newer judge;
    ///   `database-unreachable` when its server does not answer.
    package init(_ location: StoreLocation) throws {
        self.location = location
        engine =
            switch location {
            case .sqlite(let path): try SQLiteEngine(path: path)
            case .postgres(let url): try PostgresEngine(url: url)
            }
    }

    /// Opens the SQLite database at `path`.
    package convenience init(path: String) throws { try self.init(.sqlite(path: path)) }

    /// Whether the database could be opened, or made; changes nothing in it.
    ///
    /// - Throws: `JudgeError` as of ``init(_:)``.
    package static func check(_ location: StoreLocation) throws {
        switch location {
        case .sqlite(let path): try SQLiteEngine.check(path: path)
        case .postgres(let url): try PostgresEngine.check(url: url)
        }
    }

    /// Closes the database. What is under way ends first.
    package func close() throws { try engine.close() }

    /// What the engine finds wrong with the database; empty when all is well.
    package func faults() async throws -> [String] { try await engine.faults() }

    /// What is committed, by whichever process, as it happens, where the database tells that (see ``Notice``).
    ///
    /// - Parameter seeksLead: whether this process wants to do what one of all processes does.
    package func notices(seeksLead: Bool) -> AsyncStream<Notice> { engine.notices(seeksLead: seeksLead) }

    /// Tells other processes with this database what is being done for a submission.
    package func tell(_ progress: GradingProgress, of id: String, by node: String) async throws {
        guard case .postgres = location else { return }
        try await writing(isLasting: false) { $0.tell(.progress(progress, of: id, by: node)) }
    }

    /// Says what all processes with this database must have in common.
    ///
    /// - Returns: what the first one said of it.
    package func agree(on name: String, _ value: String) async throws -> String {
        try await writing { try Self.agree(on: name, value, in: $0) }
    }

    static func agree(on name: String, _ value: String, in database: any Database) throws -> String {
        try database.execute(
            sql: "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [name, value])
        return try database.value(sql: "SELECT value FROM settings WHERE name = ?", arguments: [name]) ?? value
    }

    func reading<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value {
        try await engine.read(body)
    }

    /// Reads what was read before and has not changed since.
    func reading<Value: Sendable>(
        _ key: ReadCache.Key, _ body: @escaping @Sendable (any Database) throws -> Value?
    ) async throws -> Value? {
        try await engine.read(key, body)
    }

    /// Writes. Not cut short by the cancellation of whoever asked: what a worker has to say at its end must get through.
    ///
    /// - Parameter isLasting: whether it must outlast a crash of the host. Who holds what need not: after that nobody does.
    @discardableResult
    func writing<Value: Sendable>(
        isLasting: Bool = true, _ body: @escaping @Sendable (any Database) throws -> Value
    ) async throws -> Value {
        try await engine.write(isLasting: isLasting, body)
    }
}

/// Where a store is.
package enum StoreLocation: Sendable, Equatable, CustomStringConvertible {
    /// A file of SQLite.
    case sqlite(path: String)
    /// A database of PostgreSQL, as `postgres://user@host/name`; libpq reads the URL.
    case postgres(url: String)

    /// What messages call it; there is no password in it.
    package var description: String {
        switch self {
        case .sqlite(let path): path
        case .postgres(let url): PostgresEngine.withoutPassword(url)
        }
    }

    /// The location that a person names: `postgres://…`, `sqlite:PATH`, or the path of a file.
    package init(_ text: String) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            self = .sqlite(path: text.hasPrefix("sqlite:") ? String(text.dropFirst(7)) : text)
        }
    }
}
