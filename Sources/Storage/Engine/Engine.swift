import Foundation
package import JudgeCore

/// What a store asks of the database behind it. Each call is one transaction.
protocol Engine: Sendable {
    /// Reads.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value

    /// Reads what may have been read before and has not changed since.
    func read<Value: Sendable>(
        _ key: ReadCache.Key, _ body: @escaping @Sendable (any Database) throws -> Value?
    ) async throws -> Value?

    /// Writes. Not cut short by the cancellation of whoever asked. `body` may run again where another one was in its way.
    ///
    /// - Parameter isLasting: whether what it wrote must outlast a crash of the database's host.
    func write<Value: Sendable>(
        isLasting: Bool, _ body: @escaping @Sendable (any Database) throws -> Value
    ) async throws -> Value

    /// Writes by one statement, whose effect need not outlast a crash of the database's host; `body` may only read after it.
    func writeOne<Value: Sendable>(_ body: @escaping @Sendable (any Database) throws -> Value) async throws -> Value

    /// What the engine finds wrong with the database; empty when all is well.
    func faults() async throws -> [String]

    /// See ``Store/notices(seeksLead:)``.
    func notices(seeksLead: Bool) -> AsyncStream<Notice>

    /// Ends what is under way, then lets the database go.
    func close() throws
}

/// A database within one transaction. SQL is written in the words that SQLite and PostgreSQL share, with `?` or `?1` for
/// arguments; where they have different words, ``dialect`` has them.
protocol Database {
    /// When the transaction takes place, by the one clock that all who use the database go by.
    var now: Timestamp { get throws }

    /// Words in which engines differ.
    var dialect: Dialect { get }

    /// Runs a statement.
    ///
    /// - Returns: how many rows it changed.
    @discardableResult
    func execute(sql: String, arguments: [(any ColumnValue)?]) throws -> Int

    /// Calls `body` with each row that a statement answers, until that says `false`.
    func forEach(sql: String, arguments: [(any ColumnValue)?], _ body: (any Row) throws -> Bool) throws

    /// The columns of a table in their order, with the types that the engine calls them by.
    func columns(of table: String) throws -> [(name: String, type: String)]

    /// Keeps others from doing the same until the transaction is through.
    func lock(_ lock: TransactionLock) throws

    /// Tells whoever listens, once the transaction is through.
    func tell(_ notice: Notice)
}

/// What one transaction at a time may do, where that takes looking at several rows.
enum TransactionLock: Sendable {
    /// Send submissions for this user.
    case sending(User.ID)
    /// Say what is published.
    case publishing
}

/// A row of an answer; good for as long as it is shown.
protocol Row {
    /// The value in the column of this name, or at this place; `nil` for NULL.
    func value<Value: ColumnValue>(_ column: String) -> Value?
    func value<Value: ColumnValue>(at index: Int) -> Value?
}

extension Row {
    subscript<Value: ColumnValue>(_ column: String) -> Value? { value(column) }
    subscript<Value: ColumnValue>(_ index: Int) -> Value? { value(at: index) }

    subscript<Value: ColumnValue>(_ column: String) -> Value {
        guard let value: Value = value(column) else { fatalError("the column \(column) is NULL") }
        return value
    }

    subscript<Value: ColumnValue>(_ index: Int) -> Value {
        guard let value: Value = value(at: index) else { fatalError("the column \(index) is NULL") }
        return value
    }

    /// The point in time in a column of milliseconds.
    func timestamp(_ column: String) -> Timestamp? {
        (value(column) as Int64?).map(Timestamp.init(milliseconds:))
    }
}

extension Database {
    @discardableResult
    func execute(sql: String) throws -> Int { try execute(sql: sql, arguments: []) }

    /// All that `make` makes of the rows.
    func all<Element>(
        sql: String, arguments: [(any ColumnValue)?] = [], _ make: (any Row) throws -> Element
    ) throws -> [Element] {
        var found: [Element] = []
        try forEach(sql: sql, arguments: arguments) { row in
            found.append(try make(row))
            return true
        }
        return found
    }

    /// What `make` makes of the first row; `nil` where there is none.
    func first<Element>(
        sql: String, arguments: [(any ColumnValue)?] = [], _ make: (any Row) throws -> Element
    ) throws -> Element? {
        var found: Element?
        try forEach(sql: sql, arguments: arguments) { row in
            found = try make(row)
            return false
        }
        return found
    }

    /// The first value of the first row; `nil` where there is none, or it is NULL.
    func value<Value: ColumnValue>(sql: String, arguments: [(any ColumnValue)?] = []) throws -> Value? {
        try first(sql: sql, arguments: arguments) { $0.value(at: 0) as Value? } ?? nil
    }
}

/// Something that others may wait for.
package enum Notice: Sendable, Hashable {
    /// There may be something to grade.
    case queue
    /// There may be something to send.
    case outbox
    /// Other challenges may be published.
    case challenges
    /// This submission has changed.
    case submission(String)
    /// This is being done for a submission, by a worker of the node of this name. It is not kept.
    case progress(GradingProgress, of: String, by: String)
    /// Whether this process does from now on what only one does: it drains the outbox.
    case leads(Bool)
}
