import Crypto
import Foundation
import Synchronization

internal import JudgeCore

/// Moving to another database.
extension Store {
    /// A table that was copied.
    package struct CopiedTable: Sendable, Equatable {
        package let name: String
        package let rows: Int
        /// SHA-256 of all rows in the order of their keys, the same on both sides.
        package let hash: String
    }

    /// Copies everything from another database into this one, which must be empty. It is one transaction: either all of it is
    /// there afterwards, read back and found the same, or nothing.
    ///
    /// - Parameter progress: is told of each table before it is copied.
    /// - Throws: `JudgeError` `database-not-empty`, `copy-differs`.
    package func copy(
        from source: Store, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> [CopiedTable] {
        let from = source.engine
        return try await writing { target in
            for table in Schema.tables {
                guard try target.first(sql: "SELECT 1 FROM \(table) LIMIT 1", { _ in true }) == nil else {
                    throw JudgeError(
                        .usage, "database-not-empty",
                        "the table \(table) of \(self.location) holds something; name an empty database with --to")
                }
            }
            return try Schema.tables.map { name in
                progress(name)
                let table = try CopyTable(name, in: target)
                var written = SHA256()
                var rows = 0
                var last: [(any ColumnValue)?]?
                repeat {
                    let page = try blocking { [last] in try await from.read { try table.page(after: last, in: $0) } }
                    for row in page {
                        try target.execute(sql: table.insertion, arguments: row)
                        table.add(row, to: &written)
                    }
                    rows += page.count
                    last = page.last
                } while last != nil
                try table.setSequence(in: target)
                var found = SHA256()
                last = nil
                repeat {
                    let page = try table.page(after: last, in: target)
                    for row in page { table.add(row, to: &found) }
                    last = page.last
                } while last != nil
                let (left, right) = (written.finalize(), found.finalize())
                guard left == right else {
                    throw JudgeError(
                        .failure, "copy-differs",
                        "the table \(name) is not the same in \(self.location) as in \(source.location); nothing was kept"
                    )
                }
                return CopiedTable(
                    name: name, rows: rows, hash: left.map { String(format: "%02x", $0) }.joined())
            }
        }
    }
}

/// A table as it is copied: whole rows, page by page in the order of its key.
private struct CopyTable: Sendable {
    let name: String
    let columns: [(name: String, kind: Kind)]
    let key: [String]
    /// The column that numbers the rows by itself.
    let sequence: String?

    enum Kind: Sendable { case integer, real, text, bytes }

    /// - Parameter database: one whose tables are of this version.
    init(_ name: String, in database: any Database) throws {
        self.name = name
        let definition = Schema.definition(of: name)
        columns = try database.columns(of: name).map { column, type in
            switch type.uppercased() {
            case "INTEGER", "BIGINT": (column, .integer)
            case "REAL", "DOUBLE PRECISION": (column, .real)
            case "BLOB", "BYTEA": (column, .bytes)
            default: (column, .text)
            }
        }
        sequence = definition.firstMatch(of: /(\w+) INTEGER PRIMARY KEY AUTOINCREMENT/).map { String($0.1) }
        if let composite = definition.firstMatch(of: /PRIMARY KEY \(([^)]*)\)/) {
            key = composite.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        } else {
            key = definition.firstMatch(of: /(\w+) (INTEGER|TEXT) PRIMARY KEY/).map { [String($0.1)] } ?? []
        }
    }

    var insertion: String {
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(names)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }

    /// How many rows are held at once: a bundle has up to 64 MiB.
    private var pageSize: Int { name == "bundles" ? 1 : 200 }

    /// The next few rows after `last`.
    func page(after last: [(any ColumnValue)?]?, in database: any Database) throws -> [[(any ColumnValue)?]] {
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let keys = key.joined(separator: ", ")
        let marks = key.map { _ in "?" }.joined(separator: ", ")
        let values = key.compactMap { part in columns.firstIndex { $0.name == part } }.map { last?[$0] ?? nil }
        return try database.all(
            sql:
                "SELECT \(names) FROM \(name)\(last == nil ? "" : " WHERE (\(keys)) > (\(marks))") ORDER BY \(keys) LIMIT \(pageSize)",
            arguments: last == nil ? [] : values
        ) { row in
            columns.indices.map { index -> (any ColumnValue)? in
                switch columns[index].kind {
                case .integer: row[index] as Int64?
                case .real: row[index] as Double?
                case .text: (row[index] as String?)?.replacing("\0", with: "\u{FFFD}")
                case .bytes: row[index] as Data?
                }
            }
        }
    }

    /// Lets numbers go on behind those that were copied.
    func setSequence(in database: any Database) throws {
        // SQLite sees by itself which numbers were taken.
        guard let sequence, database.dialect == .postgres else { return }
        try database.forEach(
            sql: """
                SELECT setval(pg_get_serial_sequence('\(name)', '\(sequence)'), max(\(sequence))) FROM \(name)
                HAVING max(\(sequence)) IS NOT NULL
                """, arguments: []
        ) { _ in true }
    }

    /// Each value with its kind and length, so that different rows never look alike.
    func add(_ row: [(any ColumnValue)?], to hash: inout SHA256) {
        for value in row {
            let bytes: [UInt8] = value.map { [1] + $0.postgres.canonical } ?? [0]
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
    }
}

extension PostgresValue {
    /// The value as bytes that only it has.
    fileprivate var canonical: [UInt8] {
        switch self {
        case .integer(let number): withUnsafeBytes(of: number.littleEndian) { Array($0) }
        case .real(let number): withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): Array(bytes)
        }
    }
}

/// Waits for `body` on a thread that may wait: those of database engines are their own.
private func blocking<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    Task {
        do { outcome.set(.success(try await body())) } catch { outcome.set(.failure(error)) }
    }
    return try outcome.wait().get()
}

private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isSet = DispatchSemaphore(value: 0)

    func set(_ new: Result<Value, any Error>) {
        result.withLock { $0 = new }
        isSet.signal()
    }

    func wait() -> Result<Value, any Error> {
        isSet.wait()
        return result.withLock { $0! }
    }
}
